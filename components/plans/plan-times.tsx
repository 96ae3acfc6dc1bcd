import { TwoTimes, type ZonedPeople } from '@/components/people/two-times'
import { plansMessages } from '@/lib/messages/rooms/plans'
import { translate } from '@/lib/messages/translate'
import type { Plan } from '@/lib/plans/contract'
import { spanOf } from '@/lib/plans/planned-start'

/** When a plan begins for each of the two. Names the weekday if it is not the plan's own day. */
export function PlanTimes({
  plan,
  ...people
}: ZonedPeople & { plan: Pick<Plan, 'plannedOn' | 'time' | 'minutes' | 'zone'> }) {
  const span = spanOf(plan)
  return span ? (
    <TwoTimes start={span.start} day={plan.plannedOn} look="row" {...people} />
  ) : (
    <p className="text-small text-ink-2">{translate(people.locale, plansMessages)('card.anyTime')}</p>
  )
}
