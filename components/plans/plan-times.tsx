import { TwoTimes, type Onlookers } from '@/components/rituals/two-times'
import { translate } from '@/lib/messages/translate'
import type { Plan } from '@/lib/plans/contract'
import { spanOf } from '@/lib/plans/planned-start'

/** When a plan begins for each of the two; the weekday where theirs is not the day it stands on. */
export function PlanTimes({ plan, ...onlookers }: Onlookers & { plan: Pick<Plan, 'plannedOn' | 'time' | 'minutes' | 'zone'> }) {
  const span = spanOf(plan)
  return span ? <TwoTimes start={span.start} day={plan.plannedOn} look="row" {...onlookers} /> : <p className="text-small text-ink-2">{translate('plans')('card.anyTime')}</p>
}
