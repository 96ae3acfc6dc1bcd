// What somebody took part in keeps its day, and how it felt goes with the mark, in a real database.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { readDashboard } from '@/lib/dashboard/reads'
import { closeClients } from '@/lib/db/clients'
import { readKeptPlans } from '@/lib/months/month-rows'
import { as, outcome, paired } from '@/lib/testing/as-person'
import type { BareAccount } from '@/lib/testing/bare-accounts'
import { testDatabase } from '@/lib/testing/database'
import { putTestSeams } from '@/lib/testing/test-seams'
import { parseDay } from '@/lib/time/day'
import { monthSchema } from '@/lib/time/schemas'
import { parseWallTime } from '@/lib/time/wall-time'
import { putFelt, type FeltStep, type PlanFields } from './contract'
import { readRememberedPlan } from './remembered-plan-reads'
import { keepFelt } from './remembered-plan-writes'
import { makePlan } from './writes'
import { lisbon, soupOnThursdays, thursday, tuesday } from '@/lib/testing/soup-on-thursdays'

const { owner } = await testDatabase()
const monday = '2026-11-23T12:00:00Z'
const clock = putTestSeams(monday)
afterAll(closeClients)

const { begin, dateOf, change, mark, see, fed } = soupOnThursdays(owner)
let a: BareAccount
let b: BareAccount
let coupleId: string
let ritualId: string
beforeEach(async () => {
  clock.at(monday)
  ;({ a, b, coupleId, ritualId } = await begin())
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
