// What has begun stays, and what somebody took part in keeps its day: two people in two zones, in a real database.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { readDashboard } from '@/lib/dashboard/reads'
import { closeClients } from '@/lib/db/clients'
import type { IntimacyType } from '@/lib/intimacy/intimacy-type'
import { readKeptPlans } from '@/lib/months/month-rows'
import { occurrenceId } from '@/lib/rituals/occurrence-id'
import { readRitual } from '@/lib/rituals/reads'
import { endRitual, keepAgreement, keepProposal, keepSuggestion, pauseRitual } from '@/lib/rituals/writes'
import type { ChosenTerms } from '@/lib/rituals/terms'
import { as, outcome, paired } from '@/lib/testing/as-person'
import { lastingCouple, type BareAccount } from '@/lib/testing/bare-accounts'
import { testDatabase } from '@/lib/testing/database'
import { putTestSeams } from '@/lib/testing/test-seams'
import { parseDay, type Day } from '@/lib/time/day'
import { monthSchema, weekIdSchema } from '@/lib/time/schemas'
import { parseWallTime } from '@/lib/time/wall-time'
import { parseZone } from '@/lib/time/zone'
import { patchPlan, putFelt, putTakingPart, type FeltStep, type Plan, type PlanFields } from './contract'
import { readAllKeptDates, readWholeRitual } from './kept-reads'
import { readTouchedDates, readWeek } from './reads'
import { readRememberedPlan } from './remembered-plan-reads'
import { keepFelt } from './remembered-plan-writes'
import { keepTookPart } from './taking-part-writes'
import { readPlansToday } from './today-reads'
import { markablePlans } from './upcoming-plans'
import { changePlan, makePlan } from './writes'

const { owner } = await testDatabase()
const monday = '2026-11-23T12:00:00Z'
const clock = putTestSeams(monday)
afterAll(closeClients)

const lisbon = parseZone('Europe/Lisbon')
const toronto = parseZone('America/Toronto')
/** 21 to 27 November 2026: the couples of these tests begin their weeks on Saturday. */
const week = weekIdSchema.parse('2026-W48')
const thursday = parseDay('2026-11-26')
const tuesday = parseDay('2026-11-24')
let a: BareAccount
let b: BareAccount
let coupleId: string
let ritualId: string

const soup: ChosenTerms = {
  title: 'Soup',
  types: ['experiential'],
  weekdays: [4],
  startsOn: parseDay('2026-11-01'),
  everyWeeks: 1,
  time: parseWallTime('21:00'),
  minutes: 60,
  zone: lisbon,
}

beforeEach(async () => {
  clock.at(monday)
  const made = await lastingCouple(owner, new Date('2026-09-01T12:00:00Z'))
  ;({ a, b } = made)
  coupleId = made.coupleId
  await owner.query(`update person set zone = 'America/Toronto' where id = $1`, [b.id])
  const ids = { id: randomUUID(), termsId: randomUUID() }
  await as(a, (scope) => keepProposal(paired(scope), { ...ids, coupleId, ...soup }))
  await as(b, (scope) => keepAgreement(paired(scope), { id: ids.id, termsId: ids.termsId }))
  ritualId = ids.id
})

const dateOf = (onDate: Day) => ({ id: occurrenceId(ritualId, onDate), ritualId, onDate })
const plan = (person: BareAccount, onDate: Day, fields: Partial<PlanFields>) =>
  as(person, (scope) => makePlan(paired(scope), { ...dateOf(onDate), ifMatch: 0, coupleId, ...fields }))
const change = (person: BareAccount, { id, version }: Pick<Plan, 'id' | 'version'>, fields: Partial<PlanFields>) =>
  as(person, (scope) => changePlan(paired(scope, patchPlan), { id, ifMatch: version, ...fields }))
const mark = (person: BareAccount, key: Pick<Plan, 'id' | 'ritualId' | 'onDate'>, tookPart = true) =>
  as(person, (scope) => keepTookPart(paired(scope, putTakingPart), { ...key, tookPart }))
const see = (person: BareAccount, id = week) => as(person, (scope) => readWeek(paired(scope), id))
const seen = async (person: BareAccount, id = week) =>
  (await see(person, id)).plans.map(({ title, onDate, plannedOn }) => `${title} ${onDate} ${plannedOn}`)
const fed = async () =>
  (
    await owner.query<{ day: string; type: IntimacyType; who: string }>(
      `select day::text, type::text, person_id as who from feeding where couple_id = $1 order by day, type`,
      [coupleId],
    )
  ).rows.map(({ day, type, who }) => `${who === a.id ? 'a' : 'b'} ${day} ${type}`)
const listed = async (person: BareAccount) =>
  as(person, async (scope) => {
    const ritual = await readRitual(scope, ritualId)
    return markablePlans(ritual, await readTouchedDates(scope, ritual), scope.viewer).map(({ plannedOn }) => plannedOn)
  })

async function suggested(terms: Partial<ChosenTerms>): Promise<void> {
  const { version } = await as(a, (scope) => readRitual(scope, ritualId))
  const termsId = randomUUID()
  await as(a, (scope) => keepSuggestion(paired(scope), { id: ritualId, termsId, ifMatch: version, ...soup, ...terms }))
  await as(b, (scope) => keepAgreement(paired(scope), { id: ritualId, termsId }))
}

const onWednesday = {
  ends: () => as(b, (scope) => endRitual(paired(scope), { id: ritualId, ended: true })),
  rests: () => as(b, (scope) => pauseRitual(paired(scope), { id: ritualId, paused: true, until: null })),
  'has other terms': () => suggested({ weekdays: [1], startsOn: parseDay('2026-11-25') }),
}

describe.each(Object.entries(onWednesday))(
  'a date moved from Thursday to Tuesday, whose ritual %s on Wednesday',
  (_, act) => {
    test('stays for both, and can be marked and taken back by each', async () => {
      await plan(a, thursday, { plannedOn: tuesday })
      clock.at('2026-11-24T21:30:00Z')
      await mark(a, dateOf(thursday))
      clock.at('2026-11-25T09:00:00Z')
      await act()
      for (const person of [a, b]) {
        expect(await seen(person)).toContain('Soup 2026-11-26 2026-11-24')
        expect(await listed(person)).toContain('2026-11-24')
      }
      await mark(b, dateOf(thursday))
      expect(await fed()).toEqual(['a 2026-11-24 experiential', 'b 2026-11-24 experiential'])
      await mark(a, dateOf(thursday), false)
      await mark(b, dateOf(thursday), false)
      expect(await fed()).toEqual([])
    })

    test('stays without any mark too, for 31 days by each person’s calendar', async () => {
      await plan(a, thursday, { plannedOn: tuesday })
      clock.at('2026-11-25T09:00:00Z')
      await act()
      for (const person of [a, b]) {
        expect(await seen(person)).toContain('Soup 2026-11-26 2026-11-24')
        expect((await as(person, (scope) => readPlansToday(paired(scope)))).week.plans.map(({ on }) => on)).toContain(
          '2026-11-24',
        )
      }
      clock.at('2026-12-25T23:59:00Z') // 31 days back for a in Lisbon, and for b in Toronto
      await mark(a, dateOf(thursday))
      clock.at('2026-12-26T00:00:00Z')
      await mark(a, dateOf(thursday), false)
      expect(await outcome(mark(a, dateOf(thursday)))).toBe('day-out-of-range')
      await mark(b, dateOf(thursday))
      clock.at('2026-12-26T05:00:00Z')
      await mark(b, dateOf(thursday), false)
      expect(await outcome(mark(b, dateOf(thursday)))).toBe('day-out-of-range')
      expect(await fed()).toEqual([])
    })

    test('past weeks are as they were', async () => {
      const before = weekIdSchema.parse('2026-W47')
      await plan(a, parseDay('2026-11-19'), { what: 'Lentils' })
      clock.at('2026-11-25T09:00:00Z')
      const { version: __, ...shown } = await see(a, before)
      await act()
      for (const person of [a, b]) expect(await see(person, before)).toMatchObject(shown)
      expect(shown.plans).toHaveLength(1)
    })
  },
)

test('a date that had not begun when its ritual ended is gone, wherever it was moved', async () => {
  const saturday = parseDay('2026-11-28')
  const saved = await plan(a, thursday, { plannedOn: saturday })
  clock.at('2026-11-27T09:00:00Z')
  await onWednesday.ends()
  expect(await seen(a)).not.toContain('Soup 2026-11-26 2026-11-28')
  clock.at('2026-11-28T22:00:00Z')
  expect(await outcome(mark(a, dateOf(thursday)))).toBe('ended')
  expect(await outcome(change(a, saved, { what: 'x' }))).toBe('not-found')
  // Taking back a mark that is not there changes nothing, and is refused as the date is.
  expect(await outcome(mark(a, dateOf(thursday), false))).toBe('ended')
})

test('every list of dates has the moved ones on their new day, and none that were skipped', async () => {
  await plan(a, parseDay('2026-11-12'), { plannedOn: parseDay('2026-11-10') })
  await plan(a, parseDay('2026-11-19'), { skipped: true })
  for (const person of [a, b]) expect(await listed(person)).toEqual(['2026-11-10', '2026-11-05'])
  expect(await outcome(mark(a, dateOf(parseDay('2026-11-19'))))).toBe('skipped')
  await mark(a, dateOf(parseDay('2026-11-12')))
  const { kept } = await as(b, (scope) => readWholeRitual(scope, { id: ritualId }))
  expect(kept.map(({ onDate, plannedOn }) => `${onDate} ${plannedOn}`)).toEqual(['2026-11-12 2026-11-10'])
  const all = await as(b, async (scope) => readAllKeptDates(scope, await readRitual(scope, ritualId), null))
  expect(all.rows.map(({ plannedOn }) => plannedOn)).toEqual(['2026-11-10'])
  expect(await fed()).toEqual(['a 2026-11-10 experiential'])
})

test('what nobody chose follows later terms until the date begins, and a mark keeps what it was', async () => {
  const saved = await plan(a, thursday, { what: 'Lentils', minutes: 30 })
  clock.at('2026-11-25T09:00:00Z')
  await suggested({
    title: 'Stew',
    types: ['physical'],
    time: parseWallTime('19:00'),
    minutes: 90,
    zone: toronto,
    startsOn: parseDay('2026-11-25'),
  })
  const now = (person: BareAccount) =>
    as(person, async (scope) => (await readRememberedPlan(scope, { id: saved.id })).plan)
  const stew = { title: 'Stew', types: ['physical'], time: '19:00', zone: toronto, minutes: 30, what: 'Lentils' }
  for (const person of [a, b]) {
    expect(await now(person)).toMatchObject(stew)
    expect((await see(person)).plans.find(({ id }) => id === saved.id)).toMatchObject(stew)
  }
  // A change of one field is made on top of what the person saw, and chooses no other.
  expect(await change(b, saved, { place: 'Home' })).toMatchObject({ ...stew, place: 'Home', version: 2 })
  clock.at('2026-11-27T00:30:00Z')
  await mark(b, dateOf(thursday))
  await suggested({ title: 'Bread', types: ['spiritual'], startsOn: parseDay('2026-11-27') })
  await mark(a, dateOf(thursday))
  expect(await now(a)).toMatchObject(stew)
  expect(await fed()).toEqual(['b 2026-11-26 physical', 'a 2026-11-27 physical'])
  const month = await as(a, (scope) => readKeptPlans(scope, coupleId, monthSchema.parse('2026-11')))
  expect(month.map(({ title }) => title)).toEqual(['Stew', 'Stew'])
})

test('a time that is set back to the terms’ own follows them again', async () => {
  const saved = await plan(a, thursday, { time: parseWallTime('20:00') })
  const back = await change(b, saved, { time: parseWallTime('21:00') })
  clock.at('2026-11-25T09:00:00Z')
  await suggested({ time: parseWallTime('19:00'), startsOn: parseDay('2026-11-25') })
  expect((await see(a)).plans.find(({ id }) => id === back.id)).toMatchObject({ time: '19:00' })
})

test('a mark that is sent again stays on its day, after travelling and after 31 days too', async () => {
  clock.at('2026-11-27T01:00:00Z') // the 27th for a in Lisbon, the 26th for b in Toronto
  await plan(a, thursday, { time: parseWallTime('23:59') })
  await change(
    a,
    { id: dateOf(thursday).id, version: 1 },
    { plannedOn: parseDay('2026-11-27'), time: parseWallTime('00:30') },
  )
  expect([(await mark(a, dateOf(thursday))).day, (await mark(b, dateOf(thursday))).day]).toEqual([
    '2026-11-27',
    '2026-11-26',
  ])
  await owner.query(`update person set zone = 'America/Toronto' where id = $1`, [a.id])
  expect((await mark(a, dateOf(thursday))).day).toBe('2026-11-27')
  clock.at('2027-03-01T12:00:00Z')
  for (const person of [a, b]) await mark(person, dateOf(thursday))
  expect(await fed()).toEqual(['b 2026-11-26 experiential', 'a 2026-11-27 experiential'])
})

test('a date of before the two paired is offered to nobody, and takes no mark', async () => {
  await owner.query(`update couple set started_on = '2026-11-12' where id = $1`, [coupleId])
  for (const person of [a, b]) {
    expect(await listed(person)).toEqual(['2026-11-19', '2026-11-12'])
    expect(await outcome(mark(person, dateOf(parseDay('2026-11-05'))))).toBe('day-out-of-range')
    await mark(person, dateOf(parseDay('2026-11-12')))
  }
})

describe('a plan that somebody took part in', () => {
  const oneOff = (fields: Partial<PlanFields> = {}) =>
    as(a, (scope) =>
      makePlan(paired(scope), {
        id: randomUUID(),
        ifMatch: 0,
        coupleId,
        ritualId: null,
        onDate: tuesday,
        title: 'The night train',
        zone: lisbon,
        types: ['intellectual'],
        ...fields,
      }),
    )

  test('keeps its day, its time and its types, and is not skipped, until the mark is taken back', async () => {
    clock.at('2026-11-24T12:00:00Z')
    const train = await oneOff()
    await mark(b, train)
    for (const fields of [
      { plannedOn: parseDay('2026-12-08') },
      { time: parseWallTime('20:00') },
      { types: ['physical' as const] },
      { skipped: true },
      { what: 'Two berths', plannedOn: parseDay('2026-12-08') },
    ])
      for (const person of [a, b]) expect(await outcome(change(person, train, fields))).toBe('already-kept')
    // What it holds already is no change.
    const same = await change(a, train, { what: 'Two berths', minutes: 30, plannedOn: tuesday, skipped: false })
    expect(same).toMatchObject({ what: 'Two berths', plannedOn: tuesday, version: 2 })
    expect(await outcome(change(a, train, { plannedOn: parseDay('2026-12-08') }))).toBe('version-changed')
    const months = (month: string) => as(a, (scope) => readKeptPlans(scope, coupleId, monthSchema.parse(month)))
    expect([(await months('2026-11')).length, (await months('2026-12')).length]).toEqual([1, 0])
    await mark(b, train, false)
    expect(await change(a, same, { plannedOn: parseDay('2026-12-08') })).toMatchObject({ plannedOn: '2026-12-08' })
  })

  test('is what What fed it names, a one-off as well as a date of a ritual', async () => {
    clock.at('2026-11-24T12:00:00Z')
    const train = await oneOff()
    await mark(a, train)
    await mark(b, dateOf(parseDay('2026-11-19')))
    const { feedings, plans } = await as(b, (scope) => readDashboard(paired(scope), {}))
    const titleOf = (sourceId: string) => plans.find(({ id }) => id === sourceId)
    expect(feedings.map(({ sourceId, type }) => ({ type, ...titleOf(sourceId) }))).toEqual([
      { type: 'intellectual', id: train.id, ritualId: null, title: 'The night train' },
      { type: 'experiential', id: dateOf(parseDay('2026-11-19')).id, ritualId, title: 'Soup' },
    ])
  })

  test('counts as kept if it was skipped too, before the two excluded each other', async () => {
    clock.at('2026-11-24T12:00:00Z')
    const train = await oneOff()
    await mark(a, train)
    await owner.query('alter table plan disable trigger kept_stays')
    await owner.query('update plan set skipped = true where id = $1', [train.id])
    await owner.query('alter table plan enable trigger kept_stays')
    expect((await see(b)).plans.find(({ id }) => id === train.id)).toMatchObject({ skipped: false, tookPart: [a.id] })
    await mark(b, train)
    expect(await fed()).toHaveLength(2)
  })

  test('and what was skipped takes no mark, until it is brought back', async () => {
    clock.at('2026-11-24T12:00:00Z')
    const train = await change(b, await oneOff(), { skipped: true })
    for (const person of [a, b]) expect(await outcome(mark(person, train))).toBe('skipped')
    await change(a, train, { skipped: false })
    await mark(a, train)
    expect(await fed()).toEqual(['a 2026-11-24 intellectual'])
  })
})

describe('how it felt goes with the mark', () => {
  const answer = (person: BareAccount, id: string, felt: FeltStep) =>
    as(person, (scope) => keepFelt(paired(scope, putFelt), { id, felt }))
  const read = (person: BareAccount, id: string) =>
    as(person, async (scope) => {
      const { felt, feltIsFinal } = await readRememberedPlan(scope, { id })
      return { ...felt, feltIsFinal }
    })

  test('an answer that only its author saw is gone, and can be given again', async () => {
    clock.at('2026-11-26T22:00:00Z')
    const { planId: id } = await mark(a, dateOf(thursday))
    await mark(b, dateOf(thursday))
    await answer(a, id, 2)
    await mark(a, dateOf(thursday), false)
    expect(await read(a, id)).toEqual({ mine: null, partner: null, feltIsFinal: false })
    await answer(b, id, 6)
    expect(await read(b, id)).toEqual({ mine: 6, partner: null, feltIsFinal: false })
    await mark(a, dateOf(thursday))
    expect(await read(a, id)).toEqual({ mine: null, partner: null, feltIsFinal: false })
    await answer(a, id, 5)
    expect(await read(a, id)).toEqual({ mine: 5, partner: 6, feltIsFinal: true })
  })

  test('one that both have seen is not shown without the mark, and is the same with it', async () => {
    clock.at('2026-11-26T22:00:00Z')
    const { planId: id } = await mark(a, dateOf(thursday))
    await mark(b, dateOf(thursday))
    await answer(a, id, 2)
    await answer(b, id, 6)
    await mark(a, dateOf(thursday), false)
    expect(await read(b, id)).toEqual({ mine: 6, partner: null, feltIsFinal: true })
    expect(await outcome(answer(b, id, 7))).toBe('already-revealed')
    await mark(a, dateOf(thursday))
    expect(await outcome(answer(a, id, 7))).toBe('already-revealed')
    expect(await read(a, id)).toEqual({ mine: 2, partner: 6, feltIsFinal: true })
  })
})
