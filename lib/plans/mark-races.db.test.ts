// Two people, or two devices of one, at one plan at the same moment: many rounds in a real database.
import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { closeClients } from '@/lib/db/clients'
import { occurrenceId } from '@/lib/rituals/occurrence-id'
import { keepAgreement, keepProposal } from '@/lib/rituals/writes'
import { as, outcome, paired } from '@/lib/testing/as-person'
import { lastingCouple, type BareAccount } from '@/lib/testing/bare-accounts'
import { testDatabase } from '@/lib/testing/database'
import { times } from '@/lib/testing/full-counts'
import { putTestSeams } from '@/lib/testing/test-seams'
import { addDays, parseDay } from '@/lib/time/day'
import { parseWallTime } from '@/lib/time/wall-time'
import { parseZone } from '@/lib/time/zone'
import { patchPlan, putFelt, putTakingPart, type Plan, type PlanFields } from './contract'
import { findPlan } from './reads'
import { readRememberedPlan } from './remembered-plan-reads'
import { keepFelt } from './remembered-plan-writes'
import { keepTookPart } from './taking-part-writes'
import { changePlan, makePlan } from './writes'

const { owner } = await testDatabase()
putTestSeams('2026-11-24T12:00:00Z')
afterAll(closeClients)

const yesterday = parseDay('2026-11-23')
const ROUNDS = times(100, 10)

type Round = Readonly<{
  a: BareAccount
  b: BareAccount
  coupleId: string
  key: Pick<Plan, 'id' | 'ritualId' | 'onDate'>
}>

/** Rounds of one couple: so many days back one can still take part, also where a plan moves three days back. */
const ROUNDS_OF_COUPLE = 20

/** Two people in two zones with a daily ritual. */
async function makeCouple() {
  const couple = await lastingCouple(owner, new Date('2026-09-01T12:00:00Z'))
  const { a, b, coupleId } = couple
  await owner.query(`update person set zone = 'America/Toronto' where id = $1`, [b.id])
  const ids = { id: randomUUID(), termsId: randomUUID() }
  await as(a, (scope) =>
    keepProposal(paired(scope), {
      ...ids,
      coupleId,
      title: 'Soup',
      types: ['experiential'],
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      startsOn: parseDay('2026-11-01'),
      everyWeeks: 1,
      time: parseWallTime('21:00'),
      minutes: 60,
      zone: parseZone('Europe/Lisbon'),
    }),
  )
  await as(b, (scope) => keepAgreement(paired(scope), ids))
  return { a, b, coupleId, ritualId: ids.id }
}

/** Many rounds, each about an untouched date in the past. */
async function rounds(run: (round: Round, n: number) => Promise<void>): Promise<void> {
  let couple = await makeCouple()
  for (let n = 0; n < ROUNDS; n++) {
    const back = n % ROUNDS_OF_COUPLE
    if (n > 0 && back === 0) couple = await makeCouple()
    const { ritualId, ...people } = couple
    const onDate = addDays(yesterday, -back)
    await run({ ...people, key: { id: occurrenceId(ritualId, onDate), ritualId, onDate } }, n)
  }
}

const mark = (person: BareAccount, { key }: Round, tookPart = true) =>
  as(person, (scope) => keepTookPart(paired(scope, putTakingPart), { ...key, tookPart }))
const make = (person: BareAccount, { key, coupleId }: Round, fields: Partial<PlanFields> = {}) =>
  as(person, (scope) => makePlan(paired(scope), { ...key, ifMatch: 0, coupleId, ...fields }))
const change = (person: BareAccount, { key }: Round, ifMatch: number, fields: Partial<PlanFields>) =>
  as(person, (scope) => changePlan(paired(scope, patchPlan), { id: key.id, ifMatch, ...fields }))
const rowOf = (person: BareAccount, { key }: Round) => as(person, (scope) => findPlan(paired(scope), key.id))
const daysFed = async ({ key }: Round): Promise<string[]> =>
  (
    await owner.query<{ day: string }>('select distinct day::text from feeding where source_id = $1', [key.id])
  ).rows.map(({ day }) => day)

test(`taking part while the partner moves an untouched date feeds the day that the plan is on, in ${ROUNDS} rounds`, async () => {
  await rounds(async (round, n) => {
    const { onDate } = round.key
    const earlier = addDays(onDate, -3)
    const [first, second] = n % 2 ? [round.a, round.b] : [round.b, round.a]
    const [marked, moved] = await Promise.all([
      outcome(mark(first, round)),
      outcome(make(second, round, { plannedOn: earlier })),
    ])
    expect(marked).toBe('done')
    const row = await rowOf(round.a, round)
    expect(['done', 'version-changed']).toContain(moved)
    expect(row?.plannedOn).toBe(moved === 'done' ? earlier : onDate)
    expect(await daysFed(round)).toEqual([row?.plannedOn])
  })
})

test('taking part while the partner moves a touched date: the mark is on its day, or the move is refused', async () => {
  await rounds(async (round) => {
    await make(round.a, round, { what: 'Lentils' })
    const [marked, moved] = await Promise.all([
      outcome(mark(round.a, round)),
      outcome(change(round.b, round, 1, { plannedOn: addDays(yesterday, 14) })),
    ])
    // Moved to a day ahead: then it has not begun, and takes no mark.
    expect([marked, moved].sort()).toEqual(moved === 'done' ? ['day-out-of-range', 'done'] : ['already-kept', 'done'])
    const row = await rowOf(round.a, round)
    expect(await daysFed(round)).toEqual(row?.tookPart.length === 0 ? [] : [row?.plannedOn])
  })
})

test('skipping and taking part at the same moment exclude each other', async () => {
  await rounds(async (round) => {
    await make(round.a, round, { what: 'Lentils' })
    const [marked, skipped] = await Promise.all([
      outcome(mark(round.a, round)),
      outcome(change(round.b, round, 1, { skipped: true })),
    ])
    expect([marked, skipped].filter((result) => result === 'done')).toHaveLength(1)
    const { rows } = await owner.query<{ both: boolean }>(
      `select p.skipped and exists (select from taking_part t where t.plan_id = p.id and t.took_part) as both from plan p where id = $1`,
      [round.key.id],
    )
    expect(rows).toEqual([{ both: false }])
  })
})

test('two who take part at the same moment are both counted, on each person’s own day', async () => {
  await rounds(async (round) => {
    await Promise.all([mark(round.a, round), mark(round.b, round)])
    expect((await rowOf(round.a, round))?.tookPart).toHaveLength(2)
  })
})

test('an answer to how it felt never outlives the mark, and none is revealed alone', async () => {
  await rounds(async (round) => {
    const { a, b, key } = round
    await mark(a, round)
    await mark(b, round)
    const felt = (person: BareAccount) =>
      outcome(as(person, (scope) => keepFelt(paired(scope, putFelt), { id: key.id, felt: 3 })))
    const [answered, , other] = await Promise.all([felt(a), mark(a, round, false), felt(b)])
    expect(['done', 'not-found']).toContain(answered)
    expect(other).toBe('done')
    const seen = await as(b, (scope) => readRememberedPlan(scope, { id: key.id }))
    expect(seen.felt).toEqual({ mine: 3, partner: null })
    const { rows } = await owner.query<{ shown: number; answers: number }>(
      'select count(*)::int as answers, count(revealed_at)::int as shown from felt where subject = $1',
      [key.id],
    )
    expect([
      { answers: 1, shown: 0 },
      { answers: 2, shown: 2 },
    ]).toContainEqual(rows[0])
  })
})
