// For *.db.test.ts: two people, in Lisbon and Toronto, who keep a ritual on Thursdays at 21:00 in Lisbon.
import { randomUUID } from 'node:crypto'
import type { Client } from '@/lib/db/connection'
import type { IntimacyType } from '@/lib/intimacy/intimacy-type'
import { patchPlan, putTakingPart, type Plan, type PlanFields } from '@/lib/plans/contract'
import { readWeek } from '@/lib/plans/reads'
import { keepTookPart } from '@/lib/plans/taking-part-writes'
import { changePlan, makePlan } from '@/lib/plans/writes'
import { occurrenceId } from '@/lib/rituals/occurrence-id'
import type { ChosenTerms } from '@/lib/rituals/terms'
import { keepAgreement, keepProposal } from '@/lib/rituals/writes'
import { parseDay, type Day } from '@/lib/time/day'
import { weekIdSchema } from '@/lib/time/schemas'
import { parseWallTime } from '@/lib/time/wall-time'
import { parseZone } from '@/lib/time/zone'
import { as, paired } from './as-person'
import { lastingCouple, type BareAccount } from './bare-accounts'

export const lisbon = parseZone('Europe/Lisbon')
export const toronto = parseZone('America/Toronto')
/** 21 to 27 November 2026: these couples begin their weeks on Saturday. */
const week = weekIdSchema.parse('2026-W48')
export const tuesday = parseDay('2026-11-24')
export const thursday = parseDay('2026-11-26')

export const soup: ChosenTerms = {
  title: 'Soup',
  types: ['experiential'],
  weekdays: [4],
  startsOn: parseDay('2026-11-01'),
  everyWeeks: 1,
  time: parseWallTime('21:00'),
  minutes: 60,
  zone: lisbon,
}

/** The two people and their ritual. */
type SoupPeople = Readonly<{ a: BareAccount; b: BareAccount; coupleId: string; ritualId: string }>

/** `begin` makes a new couple, before each test. The other functions act on the plans of the newest couple. */
export function soupOnThursdays(owner: Client) {
  let newest: SoupPeople
  const dateOf = (onDate: Day) => {
    const { ritualId } = newest
    return { id: occurrenceId(ritualId, onDate), ritualId, onDate }
  }
  const see = (person: BareAccount, id = week) => as(person, (scope) => readWeek(paired(scope), id))
  return {
    begin: async (): Promise<SoupPeople> => {
      const { a, b, coupleId } = await lastingCouple(owner, new Date('2026-09-01T12:00:00Z'))
      await owner.query(`update person set zone = 'America/Toronto' where id = $1`, [b.id])
      const [ritualId, termsId] = [randomUUID(), randomUUID()]
      await as(a, (scope) => keepProposal(paired(scope), { id: ritualId, termsId, coupleId, ...soup }))
      await as(b, (scope) => keepAgreement(paired(scope), { id: ritualId, termsId }))
      newest = { a, b, coupleId, ritualId }
      return newest
    },
    dateOf,
    plan: (person: BareAccount, onDate: Day, fields: Partial<PlanFields>) =>
      as(person, (scope) =>
        makePlan(paired(scope), { ...dateOf(onDate), ifMatch: 0, coupleId: newest.coupleId, ...fields }),
      ),
    change: (person: BareAccount, { id, version }: Pick<Plan, 'id' | 'version'>, fields: Partial<PlanFields>) =>
      as(person, (scope) => changePlan(paired(scope, patchPlan), { id, ifMatch: version, ...fields })),
    mark: (person: BareAccount, key: Pick<Plan, 'id' | 'ritualId' | 'onDate'>, tookPart = true) =>
      as(person, (scope) => keepTookPart(paired(scope, putTakingPart), { ...key, tookPart })),
    see,
    seen: async (person: BareAccount, id = week) =>
      (await see(person, id)).plans.map(({ title, onDate, plannedOn }) => `${title} ${onDate} ${plannedOn}`),
    fed: async () => {
      const { rows } = await owner.query<{ day: string; type: IntimacyType; who: string }>(
        `select day::text, type::text, person_id as who from feeding where couple_id = $1 order by day, type`,
        [newest.coupleId],
      )
      return rows.map(({ day, type, who }) => `${who === newest.a.id ? 'a' : 'b'} ${day} ${type}`)
    },
  }
}
