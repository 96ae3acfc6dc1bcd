'use client'
import { AppFrame } from '@/components/shell/app-frame'
import { NearbyPages } from '@/components/shell/nearby-pages'
import { PageHeading } from '@/components/ui/page-heading'
import type { People } from '@/lib/couples/people'
import { plansMessages } from '@/lib/messages/rooms/plans'
import { translate } from '@/lib/messages/translate'
import type { WeekOfPlans } from '@/lib/plans/contract'
import { weekName } from '@/lib/plans/in-words'
import { dayIn, daysBetween, type Day } from '@/lib/time/day'
import { formatDaysBetween } from '@/lib/time/format'
import { weekOf, type WeekStart } from '@/lib/time/week'
import { WeekBoard } from './week-board'
import { WeekNav } from './week-nav'

type WeekScreenProps = Readonly<{
  found: Readonly<{ week: WeekOfPlans; isPartial: boolean; weekStart: WeekStart; startedOn: Day }>
  people: People
}>

/** A week of the couple, with links to the weeks before and after. */
export function WeekScreen({ found, people: { me, partner, coupleId, locale, now } }: WeekScreenProps) {
  const t = translate(locale, plansMessages)
  if (!partner || !coupleId) return null
  const { week, isPartial, weekStart, startedOn } = found
  const shift = daysBetween(weekOf(dayIn(now, me.zone), weekStart).first, week.first) / 7
  return (
    <AppFrame locale={locale} quietWrite>
      <PageHeading
        overline={t('week.overline', formatDaysBetween(week.first, week.last, locale, dayIn(now, me.zone)))}
        aside={<WeekNav week={week} weekStart={weekStart} shift={shift} locale={locale} />}
      >
        {weekName(shift, locale)}
      </PageHeading>
      <NearbyPages locale={locale} className="mt-1.5" />
      <div className="mt-4">
        <WeekBoard
          key={week.week}
          initial={week}
          isPartial={isPartial}
          coupleId={coupleId}
          me={me}
          partner={partner}
          locale={locale}
          weekStart={weekStart}
          startedOn={startedOn}
          serverNow={now.getTime()}
        />
      </div>
    </AppFrame>
  )
}
