// For *.db.test.ts: soup on a call as a ritual, proposed, agreed and marked by people of `policy-people`.
import { keepTookPart } from '@/lib/plans/taking-part-writes'
import { occurrenceId } from '@/lib/rituals/occurrence-id'
import { keepAgreement, keepProposal } from '@/lib/rituals/writes'
import { parseDay } from '@/lib/time/day'
import { parseWallTime } from '@/lib/time/wall-time'
import { parseZone } from '@/lib/time/zone'
import { paired } from './as-person'
import type { secondBySecond } from './journal-people'
import { couples, type PolicyName } from './policy-people'

const id = () => crypto.randomUUID()

/** A proposal of soup on a call, on Tuesdays and Thursdays. */
export const soup = (change: object = {}) => ({
  id: id(),
  coupleId: couples.now,
  termsId: id(),
  title: 'Soup, on a call',
  types: ['experiential' as const],
  weekdays: [2 as const, 4 as const],
  startsOn: parseDay('2026-11-01'),
  everyWeeks: 1 as const,
  time: parseWallTime('22:30'),
  minutes: 60,
  zone: parseZone('Europe/Lisbon'),
  ...change,
})

/** Each act by the name of who does it. `agreed` makes an agreed ritual; `took` marks one of its dates. */
export function soupActs(as: ReturnType<typeof secondBySecond>) {
  const propose = (name: PolicyName, change: object = {}) =>
    as(name, (scope) => keepProposal(paired(scope), soup(change)))

  async function agreed(change: object = {}) {
    const proposed = await propose('ana', change)
    return as('ben', (scope) => keepAgreement(paired(scope), { id: proposed.id, termsId: proposed.terms.id }))
  }

  const took = (name: PolicyName, ritualId: string, date: string, tookPart = true) => {
    const onDate = parseDay(date)
    return as(name, (scope) =>
      keepTookPart(paired(scope), { id: occurrenceId(ritualId, onDate), ritualId, onDate, tookPart }),
    )
  }
  return { propose, agreed, took }
}
