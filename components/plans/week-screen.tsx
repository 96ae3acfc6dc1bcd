'use client'
import { AppFrame } from '@/components/shell/app-frame'
import { NearbyPages } from '@/components/shell/nearby-pages'
import { PageHeading } from '@/components/ui/page-heading'
import type { Partner, People } from '@/lib/couples/people'
import { plansMessages } from '@/lib/messages/rooms/plans'
import { translate } from '@/lib/messages/translate'
import type { WeekOfPlans } from '@/lib/plans/contract'
import { weekInWords } from '@/lib/plans/in-words'
import { dayIn, daysBetween, type Day } from '@/lib/time/day'
import { formatDaysBetween } from '@/lib/time/format'
import { weekOf, type WeekStart } from '@/lib/time/week'
import { useWeek } from './use-week'
import { WeekBoard } from './week-board'
import { WeekNav } from './week-nav'

type FoundWeek = Readonly<{ week: WeekOfPlans; isPartial: boolean; weekStart: WeekStart; startedOn: Day }>

/** A week of the couple, with links to the weeks before and after. */
export function WeekScreen({ found, people }: Readonly<{ found: FoundWeek; people: People }>) {
  const { me, partner, coupleId, locale, now } = people
  if (!partner || !coupleId) return null
  return (
    <AppFrame locale={locale} quietWrite>
      <OpenWeek key={found.week.week} {...found} {...{ coupleId, me, partner, locale, now }} />
    </AppFrame>
  )
}

type OpenWeekProps = FoundWeek &
  Readonly<{ coupleId: string; me: Partner; partner: Partner; locale: string; now: Date }>

/** The heading says what the week holds, so it changes with what either of the two plans meanwhile. */
function OpenWeek({ week, isPartial, now, ...props }: OpenWeekProps) {
  const { me, locale, weekStart } = props
  const t = translate(locale, plansMessages)
  const live = useWeek(week, isPartial)
  const today = dayIn(now, me.zone)
  const shift = daysBetween(weekOf(today, weekStart).first, week.first) / 7
  const days = t('week.overline', formatDaysBetween(week.first, week.last, locale, today))
  const { overline, heading } = weekInWords(live, { shift, days, locale })
  return (
    <>
      <PageHeading
        overline={overline}
        aside={<WeekNav week={week} weekStart={weekStart} shift={shift} locale={locale} />}
      >
        {heading}
      </PageHeading>
      <NearbyPages locale={locale} className="mt-1.5" />
      <div className="mt-4">
        <WeekBoard live={live} serverNow={now.getTime()} {...props} />
      </div>
    </>
  )
}
