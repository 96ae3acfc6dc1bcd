import type { People } from '@/lib/couples/people'
import type { Ritual } from '@/lib/rituals/contract'
import { currentRest } from '@/lib/rituals/discussion'
import { dayIn } from '@/lib/time/day'
import { Ending } from './ending'
import { Resting } from './resting'
import { SuggestLink } from './suggested-terms'

type RitualActionsProps = Readonly<{ ritual: Ritual; people: People }>

/** What either can do at any time: suggest other terms, let the ritual rest, end it; or withdraw their own proposal. */
export function RitualActions({
  ritual: { id, state, proposerId, suggested, pauses, terms },
  people: { me, locale, now },
}: RitualActionsProps) {
  const today = dayIn(now, terms.zone)
  const rest = currentRest(pauses, today)
  return (
    <div className="no-print mt-8 grid grid-cols-1 justify-items-start gap-5">
      {suggested ? null : <SuggestLink id={id} locale={locale} />}
      {state === 'agreed' ? <Resting key={rest?.from} id={id} rest={rest && { until: rest.to }} today={today} /> : null}
      {state === 'agreed' ? (
        <Ending id={id} withdraws={false} />
      ) : proposerId === me.id ? (
        <Ending id={id} withdraws />
      ) : null}
    </div>
  )
}
