import { NextDates } from '@/components/rituals/next-dates'
import type { People } from '@/lib/couples/people'
import { ritualsMessages } from '@/lib/messages/rooms/rituals'
import { translate } from '@/lib/messages/translate'
import { spanOf } from '@/lib/plans/planned-start'
import { upcomingPlans } from '@/lib/plans/upcoming-plans'
import type { SavedPlan } from '@/lib/plans/week-plans'
import type { Ritual } from '@/lib/rituals/contract'

type UpcomingDatesProps = Readonly<{
  ritual: Ritual
  /** Its dates that were touched. */
  touched: readonly SavedPlan[]
  /** How many dates to show. */
  count: number
  people: People
}>

/**
 * The ritual's next dates as they were planned: without the skipped ones, and a moved one on its new day. One that has
 * begun is among the last dates, so it is not here.
 */
export function UpcomingDates({ ritual, touched, count, people: { me, partner, locale, now } }: UpcomingDatesProps) {
  const dates = upcomingPlans([ritual], touched, { now, zone: me.zone, count, begun: false }).flatMap((plan) => {
    const span = spanOf(plan)
    return span ? [{ onDate: plan.onDate, ...span }] : []
  })
  return dates.length > 0 ? (
    <NextDates dates={dates} me={me} partner={partner} locale={locale} />
  ) : (
    <p className="text-small text-ink-3">{translate(locale, ritualsMessages)('rest.noDates')}</p>
  )
}
