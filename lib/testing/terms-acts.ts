// For *.db.test.ts: what people do with the terms of a ritual, as acts of `policy-people`.
import { putAgreement, putPause, putTermsClosing, suggestTerms, type Ritual } from '@/lib/rituals/contract'
import { occurrencesBetween } from '@/lib/rituals/ritual-dates'
import { keepAgreement, keepProposal, keepSuggestion, keepTermsClosing, pauseRitual } from '@/lib/rituals/writes'
import { parseDay, type Day } from '@/lib/time/day'
import { parseWallTime } from '@/lib/time/wall-time'
import { parseZone } from '@/lib/time/zone'
import { paired } from './as-person'
import type { secondBySecond } from './journal-people'
import { couples, type PolicyName } from './policy-people'

const id = () => crypto.randomUUID()

/** Terms of an evening each Thursday. */
export const thursdays = {
  title: 'Soup, on a call',
  types: ['experiential' as const],
  weekdays: [4 as const],
  startsOn: parseDay('2026-11-05'),
  everyWeeks: 1 as const,
  time: parseWallTime('20:00'),
  minutes: 60,
  zone: parseZone('Europe/Lisbon'),
}
/** Other terms: Fridays. */
export const fridays = {
  ...thursdays,
  weekdays: [5 as const],
  startsOn: parseDay('2026-12-04'),
  time: parseWallTime('19:30'),
}

/** The dates of a ritual in the weeks of these tests, as month and day. */
export const datesOf = (ritual: Ritual): string[] =>
  occurrencesBetween(ritual, parseDay('2026-11-20'), parseDay('2026-12-12')).map(({ onDate }) => onDate.slice(5))

/** Each act by the name of who does it. `agreed` makes an agreed ritual. */
export function termsActs(as: ReturnType<typeof secondBySecond>) {
  const propose = (name: PolicyName) =>
    as(name, (scope) => keepProposal(paired(scope), { id: id(), coupleId: couples.now, termsId: id(), ...thursdays }))
  const suggest = (name: PolicyName, ritual: Pick<Ritual, 'id' | 'version'>, terms: object = {}, termsId = id()) =>
    as(name, (scope) =>
      keepSuggestion(paired(scope, suggestTerms), {
        id: ritual.id,
        termsId,
        ifMatch: ritual.version,
        ...fridays,
        ...terms,
      }),
    )
  const agree = (name: PolicyName, ritual: Ritual) =>
    as(name, (scope) =>
      keepAgreement(paired(scope, putAgreement), { id: ritual.id, termsId: (ritual.suggested ?? ritual.terms).id }),
    )
  const keep = (name: PolicyName, ritual: Ritual) =>
    as(name, (scope) =>
      keepTermsClosing(paired(scope, putTermsClosing), {
        id: ritual.id,
        termsId: (ritual.suggested ?? ritual.terms).id,
      }),
    )
  const rest = (name: PolicyName, ritual: Ritual, until: Day | null = null) =>
    as(name, (scope) => pauseRitual(paired(scope, putPause), { id: ritual.id, paused: true, until }))
  const takeUp = (name: PolicyName, ritual: Ritual) =>
    as(name, (scope) => pauseRitual(paired(scope, putPause), { id: ritual.id, paused: false }))
  const agreed = async () => agree('ben', await propose('ana'))
  return { propose, suggest, agree, keep, rest, takeUp, agreed }
}
