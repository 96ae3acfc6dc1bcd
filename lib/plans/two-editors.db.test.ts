// Two people who change the same plan, and the same item, at the same time, in a real database.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { closeClients } from '@/lib/db/clients'
import { as, outcome, paired } from '@/lib/testing/as-person'
import { bareAccount, type BareAccount } from '@/lib/testing/bare-accounts'
import { testDatabase } from '@/lib/testing/database'
import { times } from '@/lib/testing/full-counts'
import { reportFigure } from '@/lib/testing/soak/figure'
import { putTestSeams } from '@/lib/testing/test-seams'
import type { ItemFields, Plan, PlanFields } from './contract'
import { addItem, saveItem, savePlan } from './device'
import { keepItem } from './writes'
import { planDeviceOf } from '@/lib/testing/plan-device'
import { soupOnThursdays, thursday } from '@/lib/testing/soup-on-thursdays'

const { owner } = await testDatabase()
const noon = '2026-11-24T12:00:00Z'
const clock = putTestSeams(noon)
afterAll(closeClients)

const { begin, see } = soupOnThursdays(owner)
let a: BareAccount
let b: BareAccount
let coupleId: string
beforeEach(async () => {
  clock.at(noon)
  ;({ a, b, coupleId } = await begin())
})

const planOn = async (person: BareAccount): Promise<Plan> => {
  const plan = (await see(person)).plans.find(({ onDate }) => onDate === thursday)
  if (!plan) throw new Error('Nothing on Thursday.')
  return plan
}
const save = async (person: BareAccount, plan: Plan, changes: Partial<PlanFields>) =>
  savePlan(planDeviceOf(person), coupleId, plan, changes)

describe('two editors at once', () => {
  let rounds: Plan

  test('lose no accepted change of a plan unseen, over many rounds', async () => {
    rounds = (await save(a, await planOn(a), { what: '0' })).now
    const texts = ['what', 'place'] as const
    const count = times(200, 20)
    for (let round = 0; round < count; round++) {
      const base = rounds
      const edit = (person: BareAccount, field: (typeof texts)[number]) =>
        save(person, base, { [field]: `${round} by ${person === a ? 'a' : 'b'}` })
      const fields = [texts[round % 2] ?? 'what', texts[(round >> 1) % 2] ?? 'what'] as const
      const [planA, planB] = await Promise.all([edit(a, fields[0]), edit(b, fields[1])])
      rounds = await planOn(a)
      if (fields[0] === fields[1]) {
        // One was saved; the other was refused with the saved plan.
        const [won, lost] = planA.is === 'saved' ? [planA, planB] : [planB, planA]
        expect([won.is, lost.is]).toEqual(['saved', 'collides'])
        expect(rounds[fields[0]]).toBe(won.now[fields[0]])
        expect(lost.now[fields[0]]).toBe(won.now[fields[0]])
        expect(rounds.version).toBe(base.version + 1)
      } else {
        expect([planA.is, planB.is, rounds[fields[0]], rounds[fields[1]], rounds.version]).toEqual([
          'saved',
          'saved',
          `${round} by a`,
          `${round} by b`,
          base.version + 2,
        ])
      }
    }
    reportFigure('editors', count)
  })

  test('lose no change of an item either: added, ticked off, renamed and removed at the same time', async () => {
    await save(a, await planOn(a), { what: 'x' })
    const plan = await planOn(a)
    const items = async () => (await planOn(b)).items
    for (let round = 0; round < times(40, 5); round++) {
      const add = (person: BareAccount, text: string) =>
        addItem(planDeviceOf(person), coupleId, plan, {
          id: randomUUID(),
          text,
          whoId: null,
          done: false,
          removed: false,
        })
      const [first, second] = await Promise.all([add(a, `a ${round}`), add(b, `b ${round}`)])
      expect((await items()).map(({ text }) => text)).toEqual(expect.arrayContaining([`a ${round}`, `b ${round}`]))
      const change = (person: BareAccount, changes: Partial<ItemFields>) =>
        saveItem(planDeviceOf(person), plan.id, first, changes)
      const [ticked, renamed] = await Promise.all([change(a, { done: true }), change(b, { text: `a ${round}, more` })])
      expect([ticked.is, renamed.is]).toEqual(['saved', 'saved'])
      expect((await items()).find(({ id }) => id === first.id)).toMatchObject({ done: true, text: `a ${round}, more` })
      const [mine, theirs] = await Promise.all([
        saveItem(planDeviceOf(a), plan.id, second, { whoId: a.id }),
        saveItem(planDeviceOf(b), plan.id, second, { whoId: b.id }),
      ])
      expect([mine.is, theirs.is].sort()).toEqual(['collides', 'saved'])
      await Promise.all(
        [second, first].map(async ({ id }) =>
          saveItem(planDeviceOf(b), plan.id, { ...(await find(id)), removed: false }, { removed: true }),
        ),
      )
      expect(await items()).toEqual([])
    }
  })

  const find = async (id: string) => {
    const item = (await planOn(b)).items.find((row) => row.id === id)
    if (!item) throw new Error('It is not there.')
    return item
  }

  test('give an item only to one of the two, and a retry changes nothing', async () => {
    await save(a, await planOn(a), { what: 'x' })
    const plan = await planOn(a)
    const item = { id: randomUUID(), text: 'Bread', whoId: a.id, done: false, removed: false }
    expect(await addItem(planDeviceOf(a), coupleId, plan, item)).toEqual(
      await addItem(planDeviceOf(a), coupleId, plan, item),
    )
    const stranger = await bareAccount(owner)
    expect(
      await outcome(addItem(planDeviceOf(a), coupleId, plan, { ...item, id: randomUUID(), whoId: stranger.id })),
    ).toBe('wrong-shape')
    expect(
      await outcome(
        as(a, (scope) => keepItem(paired(scope), { ...item, id: plan.id, itemId: randomUUID(), ifMatch: 3 })),
      ),
    ).toBe('not-found')
  })
})
