import { TookPart } from './took-part'
import { PartnerMark } from '@/components/people/partner-mark'
import { sortByPairing, type People } from '@/lib/couples/people'
import { datesMessages } from '@/lib/messages/rooms/dates'
import { ritualsMessages } from '@/lib/messages/rooms/rituals'
import { translate } from '@/lib/messages/translate'
import type { Plan } from '@/lib/plans/contract'
import { dayIn } from '@/lib/time/day'
import { formatDay } from '@/lib/time/format'

type MarkableDatesProps = Readonly<{ plans: readonly Plan[]; people: People }>

/** The dates of the last month, newest first: who took part, and the viewer's own mark. Nothing says who did not. */
export function MarkableDates({ plans, people }: MarkableDatesProps) {
  const { me, locale, now } = people
  return (
    <ul className="lined">
      {plans.map(({ id, ritualId, onDate, plannedOn, tookPart }) => {
        const day = formatDay(plannedOn, locale, dayIn(now, me.zone))
        return (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2.5">
            <span className="min-w-0">
              {day}
              <TookPartWords took={tookPart} people={people} />
            </span>
            <TookPart plan={{ id, ritualId, onDate }} tookPart={tookPart.includes(me.id)} day={day} bare />
          </li>
        )
      })}
    </ul>
  )
}

function TookPartWords({ took, people }: { took: readonly string[]; people: People }) {
  const { partner, locale } = people
  const t = translate(locale, ritualsMessages)
  const who = sortByPairing(people).filter(({ id }) => took.includes(id))
  if (who.length === 0) return null
  const dates = translate(locale, datesMessages)
  const mine = took.includes(people.me.id)
  return (
    <span className="flex items-center gap-2 text-small text-ink-3">
      {who.map(({ id, slot }) => (
        <PartnerMark key={id} slot={slot} size={10} />
      ))}
      {mine ? dates(who.length === 2 ? 'both' : 'you') : t('one.theyTookPart', { name: partner?.name ?? '' })}
    </span>
  )
}
