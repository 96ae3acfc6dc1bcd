import { WithoutTwo } from '@/components/couples/without-two'
import { OnlyYouRead } from '@/components/journal/only-you-read'
import { AppFrame } from '@/components/shell/app-frame'
import { PageHeading } from '@/components/ui/page-heading'
import type { People } from '@/lib/couples/people'
import { plansMessages } from '@/lib/messages/rooms/plans'
import { translate } from '@/lib/messages/translate'
import { weekName } from '@/lib/plans/in-words'
import { dayIn, daysBetween } from '@/lib/time/day'
import { formatDaysBetween } from '@/lib/time/format'
import { weekOf, type Week, type WeekStart } from '@/lib/time/week'
import { OwnWeek } from './own-week'
import { WeekNav } from './week-nav'

type AloneWeekProps = Readonly<{
  week: Week
  weekStart: WeekStart
  /** The viewer had a partner before. */
  hasParted: boolean
  people: People
}>

/** A week of a person without a partner: their own pages under their days. */
export function AloneWeek({ week, weekStart, hasParted, people: { me, locale, now } }: AloneWeekProps) {
  const t = translate(locale, plansMessages)
  const today = dayIn(now, me.zone)
  const shift = daysBetween(weekOf(today, weekStart).first, week.first) / 7
  return (
    <AppFrame locale={locale}>
      <PageHeading
        overline={t('week.overline', formatDaysBetween(week.first, week.last, locale, today))}
        aside={<WeekNav week={week} weekStart={weekStart} shift={shift} locale={locale} hasAfter={shift < 0} />}
      >
        {weekName(shift, locale)}
      </PageHeading>
      {/* What is known without the journal comes first, so that the days move nothing. */}
      <WithoutTwo place="week" hasParted={hasParted} locale={locale} />
      <OnlyYouRead locale={locale} className="mt-5 mb-2" />
      <OwnWeek first={week.first} last={week.last} locale={locale} />
    </AppFrame>
  )
}
