import { NextDates } from '@/components/rituals/next-dates'
import type { People } from '@/lib/couples/people'
import { ritualsMessages } from '@/lib/messages/rooms/rituals'
import { translate } from '@/lib/messages/translate'
import type { Plan } from '@/lib/plans/contract'
import { spanOf } from '@/lib/plans/planned-start'
import { upcomingPlans } from '@/lib/plans/upcoming-plans'
import type { Ritual } from '@/lib/rituals/contract'

type UpcomingDatesProps = Readonly<{
  ritual: Ritual
  /** Plans that were touched and may be ahead, of this ritual and of others. */
  touched: readonly Plan[]
  /** How many dates to show. */
  count: number
  people: People
}>

/** The ritual's next dates as they were planned: without the skipped ones, and a moved one on its new day. */
export function UpcomingDates({ ritual, touched, count, people: { me, partner, locale, now } }: UpcomingDatesProps) {
  const own = touched.filter(({ ritualId }) => ritualId === ritual.id)
  const dates = upcomingPlans([ritual], own, now, me.zone, count).flatMap((plan) => {
    const span = spanOf(plan)
    return span ? [{ onDate: plan.onDate, ...span }] : []
  })
  return dates.length > 0 ? (
    <NextDates dates={dates} me={me} partner={partner} locale={locale} />
  ) : (
    <p className="text-small text-ink-3">{translate(locale, ritualsMessages)('rest.noDates')}</p>
  )
}
