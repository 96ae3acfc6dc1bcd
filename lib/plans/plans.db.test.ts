// The plans of a week in a real database: dates of rituals, one-offs, and “we’re set”.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { partAs } from '@/lib/couples/doors'
import { closeClients } from '@/lib/db/clients'
import { keepAgreement, keepProposal } from '@/lib/rituals/writes'
import { as, outcome, paired } from '@/lib/testing/as-person'
import { bareAccount, bareCouple, type BareAccount } from '@/lib/testing/bare-accounts'
import { testDatabase } from '@/lib/testing/database'
import { putTestSeams } from '@/lib/testing/test-seams'
import { parseDay, type Day } from '@/lib/time/day'
import { weekIdSchema } from '@/lib/time/schemas'
import { parseWallTime } from '@/lib/time/wall-time'
import { parseZone } from '@/lib/time/zone'
import { patchPlan, type Plan, type PlanFields } from './contract'
import { addItem, addPlan, saveItem, savePlan, sendReady, type NewPlan } from './device'
import { readWeek } from './reads'
import { keepTookPart } from './taking-part-writes'
import { occurrenceKey } from './week-plans'
import { changePlan, makePlan } from './writes'
import { planDeviceOf } from '@/lib/testing/plan-device'

const { owner } = await testDatabase()
const noon = '2026-11-24T12:00:00Z'
const clock = putTestSeams(noon)
afterAll(closeClients)

/** 21 to 27 November 2026: the couples of these tests begin their weeks on Saturday. */
const week = weekIdSchema.parse('2026-W48')
const thursday = parseDay('2026-11-26')
let a: BareAccount
let b: BareAccount
let coupleId: string
let ritualId: string

const see = (person: BareAccount, id = week) => as(person, (scope) => readWeek(paired(scope), id))
const planOn = async (person: BareAccount, day: Day = thursday): Promise<Plan> => {
  const plan = (await see(person)).plans.find(({ onDate }) => onDate === day)
  if (!plan) throw new Error(`Nothing on ${day}.`)
  return plan
}
const save = async (person: BareAccount, plan: Plan, changes: Partial<PlanFields>) =>
  savePlan(planDeviceOf(person), coupleId, plan, changes)
const oneOff = (more: Partial<NewPlan> = {}): NewPlan => ({
  id: randomUUID(),
  kind: 'together',
  title: 'The night train',
  onDate: parseDay('2027-02-12'),
  zone: parseZone('Europe/Lisbon'),
  time: parseWallTime('22:10'),
  minutes: 60,
  types: [],
  what: '',
  place: '',
  ...more,
})

const soup = {
  title: 'Soup',
  types: ['experiential' as const],
  weekdays: [4 as const],
  startsOn: parseDay('2026-11-01'),
  everyWeeks: 1 as const,
  time: parseWallTime('21:00'),
  minutes: 60,
  zone: parseZone('Europe/Lisbon'),
}

beforeEach(async () => {
  clock.at(noon)
  const made = await bareCouple(owner, clock.now())
  ;({ a, b } = made)
  coupleId = made.coupleId
  const ids = { id: randomUUID(), termsId: randomUUID() }
  await as(a, (scope) => keepProposal(paired(scope), { ...ids, coupleId, ...soup }))
  await as(b, (scope) => keepAgreement(paired(scope), { id: ids.id, termsId: ids.termsId }))
  ritualId = ids.id
})

describe('a date of a ritual', () => {
  test('exists without a row, and becomes one row for both with the first touch', async () => {
    const [planA, planB] = [await planOn(a), await planOn(b)]
    expect(planA).toEqual(planB)
    expect(planA).toMatchObject({ version: 0, title: 'Soup', time: '21:00', plannedOn: thursday })
    const [first, second] = await Promise.all([save(a, planA, { what: 'Lentils' }), save(b, planB, { place: 'Home' })])
    expect([first.is, second.is]).toEqual(['saved', 'saved'])
    expect(await planOn(a)).toMatchObject({ what: 'Lentils', place: 'Home', version: 2 })
  })

  test('keeps the title and the types of its terms, a time, and its original date', async () => {
    const plan = await planOn(a)
    for (const changes of [{ title: 'Cake' }, { types: ['physical' as const] }, { time: null }]) {
      expect(await outcome(save(a, plan, changes))).toBe('wrong-shape')
    }
    await save(a, plan, { plannedOn: parseDay('2026-12-01') })
    expect(await outcome(save(a, await moved(), { title: 'Cake' }))).toBe('wrong-shape')
    expect((await see(b)).moved).toEqual([{ id: plan.id, title: 'Soup', onDate: thursday, plannedOn: '2026-12-01' }])
    const movedPlan = await moved()
    expect(movedPlan).toMatchObject({ onDate: thursday, plannedOn: '2026-12-01' })
  })

  const moved = async (): Promise<Plan> => {
    const plan = (await see(b, weekIdSchema.parse('2026-W49'))).plans.find(({ onDate }) => onDate === thursday)
    if (!plan) throw new Error('It is not there.')
    return plan
  }

  test('is named by ritual and date, and exists only on a day of the ritual', async () => {
    const make = (id: string, onDate: Day, ritual = ritualId) =>
      outcome(as(a, (scope) => makePlan(paired(scope), { id, ifMatch: 0, coupleId, ritualId: ritual, onDate })))
    expect(await make(randomUUID(), thursday)).toBe('wrong-shape')
    const friday = parseDay('2026-11-27')
    expect(await make(occurrenceKey(ritualId, friday).id, friday)).toBe('not-found')
    const nobodys = randomUUID()
    expect(await make(occurrenceKey(nobodys, thursday).id, thursday, nobodys)).toBe('not-found')
  })

  test('that was moved feeds its new day, by each person’s clock, with the types of its terms', async () => {
    await owner.query(`update person set zone = 'America/Toronto' where id = $1`, [b.id])
    await save(a, await planOn(a), { plannedOn: parseDay('2026-11-27'), time: parseWallTime('02:00') })
    clock.at('2026-11-27T12:00:00Z')
    const took = (person: BareAccount) =>
      as(person, (scope) => keepTookPart(paired(scope), { ...occurrenceKey(ritualId, thursday), tookPart: true }))
    expect([(await took(a)).day, (await took(b)).day]).toEqual(['2026-11-27', '2026-11-26'])
    const { rows } = await owner.query('select day::text, type::text from feeding where couple_id = $1 order by day', [
      coupleId,
    ])
    expect(rows).toEqual([
      { day: '2026-11-26', type: 'experiential' },
      { day: '2026-11-27', type: 'experiential' },
    ])
    expect((await planOn(a)).tookPart.sort()).toEqual([a.id, b.id].sort())
  })
})

describe('a one-off', () => {
  test('is in its week, and ahead in the weeks before; a retry makes no second one', async () => {
    const plan = oneOff()
    expect(await addPlan(planDeviceOf(a), coupleId, plan)).toEqual(await addPlan(planDeviceOf(a), coupleId, plan))
    expect((await see(b)).ahead.map(({ title }) => title)).toEqual(['The night train'])
    expect((await see(b, weekIdSchema.parse('2027-W06'))).plans.map(({ title }) => title)).toEqual(
      ['The night train', 'Soup'].sort(),
    )
  })

  test('needs a title and a zone; may be an errand without a time or types, and can be marked', async () => {
    const { title: _, ...untitled } = oneOff()
    const { zone: __, ...clockless } = oneOff()
    for (const plan of [untitled, clockless])
      expect(
        await outcome(as(a, (scope) => makePlan(paired(scope), { ...plan, ifMatch: 0, coupleId, ritualId: null }))),
      ).toBe('wrong-shape')
    const errand = await addPlan(
      planDeviceOf(a),
      coupleId,
      oneOff({ kind: 'errand', title: 'Call the landlord', onDate: parseDay('2026-11-24'), time: null }),
    )
    const took = await as(b, (scope) =>
      keepTookPart(paired(scope), { id: errand.id, ritualId: null, onDate: errand.onDate, tookPart: true }),
    )
    expect(took.day).toBe('2026-11-24')
    expect((await planOn(a, parseDay('2026-11-24'))).tookPart).toEqual([b.id])
  })

  test('belongs to the couple that was named, and to nobody else', async () => {
    const { a: cleo, coupleId: theirs } = await bareCouple(owner, clock.now())
    const plan = await addPlan(planDeviceOf(a), coupleId, oneOff())
    expect(await outcome(addPlan(planDeviceOf(cleo), coupleId, oneOff()))).toBe('not-paired')
    expect(
      await outcome(
        as(cleo, (scope) => changePlan(paired(scope, patchPlan), { id: plan.id, ifMatch: 1, place: 'here' })),
      ),
    ).toBe('not-found')
    // The same id in another couple is another plan.
    expect((await addPlan(planDeviceOf(cleo), theirs, { ...plan, title: 'Theirs' })).title).toBe('Theirs')
    expect((await see(a)).ahead.map(({ title }) => title)).toEqual(['The night train'])
    await partAs(a.secret)
    expect(
      await outcome(as(a, (scope) => changePlan(paired(scope, patchPlan), { id: plan.id, ifMatch: 1, place: 'here' }))),
    ).toBe('not-found')
    expect(await outcome(see(a))).toBe('not-paired')
  })
})

describe('“we’re set”', () => {
  const say = async (person: BareAccount, ready = true) => sendReady(planDeviceOf(person), await see(person), ready)
  const who = async () =>
    (await see(a)).ready
      .map(({ personId, holds }) => `${personId === a.id ? 'a' : 'b'} ${holds ? 'holds' : 'is stale'}`)
      .sort()

  test('is about the week as it was read: a change makes it stale, undoing the change or ticking off does not', async () => {
    await say(a)
    await say(b)
    expect(await who()).toEqual(['a holds', 'b holds'])
    const first = await planOn(a)
    const changed = await save(a, first, { time: parseWallTime('20:00') })
    expect(await who()).toEqual(['a is stale', 'b is stale'])
    await say(b)
    expect(await who()).toEqual(['a is stale', 'b holds'])
    await save(a, changed.now, { time: first.time })
    expect(await who()).toEqual(['a holds', 'b is stale'])
    const pot = await addItem(planDeviceOf(a), coupleId, await planOn(a), {
      id: randomUUID(),
      text: 'The pot',
      whoId: b.id,
      done: false,
      removed: false,
    })
    await say(a)
    await saveItem(planDeviceOf(b), first.id, pot, { done: true })
    expect(await who()).toEqual(['a holds', 'b is stale'])
  })

  test('is refused for a week that changed meanwhile, and can be taken back', async () => {
    const read = await see(a)
    await save(b, await planOn(b), { what: 'Cake' })
    await expect(sendReady(planDeviceOf(a), read, true)).rejects.toMatchObject({
      code: 'version-changed',
      details: { current: { plans: [{ what: 'Cake' }] } },
    })
    await say(a)
    await say(a, false)
    expect(await who()).toEqual([])
  })
})

test('a person without a partner has no week', async () => {
  expect(await outcome(see(await bareAccount(owner)))).toBe('not-paired')
})
