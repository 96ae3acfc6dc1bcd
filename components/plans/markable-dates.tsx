import { TookPart } from './took-part'
import { PartnerMark } from '@/components/people/partner-mark'
import { sortByPairing, type People } from '@/lib/couples/people'
import { ritualsMessages } from '@/lib/messages/rooms/rituals'
import { translate } from '@/lib/messages/translate'
import type { Plan } from '@/lib/plans/contract'
import { dayOfPlan } from '@/lib/plans/planned-start'
import { dayIn } from '@/lib/time/day'
import { formatDay } from '@/lib/time/format'

type MarkableDatesProps = Readonly<{ plans: readonly Plan[]; people: People }>

/** The dates of the last month, newest first: who took part, and the viewer's own mark. Nothing says who did not. */
export function MarkableDates({ plans, people }: MarkableDatesProps) {
  const { me, locale, now } = people
  return (
    <ul className="lined">
      {plans.map(({ id, ritualId, onDate, tookPart, ...when }) => {
        const day = formatDay(dayOfPlan(when, me.zone), locale, dayIn(now, me.zone))
        return (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2.5">
            <span className="min-w-0">
              {day}
              <TookPartWords took={tookPart} people={people} />
            </span>
            <TookPart plan={{ id, ritualId, onDate }} tookPart={tookPart.includes(me.id)} day={day} />
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
  const theirs = partner !== null && took.includes(partner.id)
  if (!theirs) return null
  return (
    <span className="flex items-center gap-2 text-small text-ink-3">
      {who.map(({ id, slot }) => (
        <PartnerMark key={id} slot={slot} size={10} />
      ))}
      {who.length === 2 ? t('one.bothTookPart') : t('one.theyTookPart', { name: partner.name })}
    </span>
  )
}
