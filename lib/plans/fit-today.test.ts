import { expect, test } from 'vitest'
import { parseDay } from '@/lib/time/day'
import { parseZone } from '@/lib/time/zone'
import type { Item, Plan } from './contract'
import { fitToday } from './fit-today'
import { fitWeek } from './fit-week'
import { untouchedPlan } from './week-plans'

const day = parseDay('2026-11-24')
const plan = (n: number, change: Partial<Plan> = {}): Plan => ({
  ...untouchedPlan('11111111-1111-4111-8111-111111111111', {} as never, day),
  id: String(n),
  title: `Soup ${n}`,
  types: [],
  time: null,
  minutes: 60,
  zone: parseZone('UTC'),
  ...change,
})
const item = (n: number, whoId: string | null, done = false): Item => ({
  id: String(n),
  version: 1,
  text: `Bread ${n}`,
  whoId,
  done,
})
const plans = (count: number) => Array.from({ length: count }, (_, n) => plan(n))
const week = (count: number) => ({
  first: day,
  last: day,
  plans: plans(count).map((planned) => ({ on: day, plan: planned })),
})

test('an ordinary day is shown whole', () => {
  const next = plan(1, { items: [item(1, 'a'), item(2, 'b'), item(3, null), item(4, 'a', true)] })
  const fitted = fitToday({ next, also: plans(10), week: week(5) })
  expect(fitted).toMatchObject({ bringsMore: {}, alsoMore: 0, days: [{ on: day, more: 0 }] })
  expect([fitted.next?.items.map(({ id }) => id), fitted.also.length, fitted.days[0]?.plans.length]).toEqual([
    ['1', '2'],
    10,
    5,
  ])
})

test('of a crowded day the first are shown, and the number of the others', () => {
  const items = Array.from({ length: 24 }, (_, n) => item(n, n < 13 ? 'a' : 'b'))
  const fitted = fitToday({ next: plan(1, { items }), also: plans(99), week: week(680) })
  expect(fitted).toMatchObject({ bringsMore: { a: 3, b: 1 }, alsoMore: 89, days: [{ on: day, more: 675 }] })
  expect([fitted.next?.items.length, fitted.also.length, fitted.days[0]?.plans.length]).toEqual([20, 10, 5])
  expect(fitToday({ next: null, also: [], week: week(0) })).toEqual({
    next: null,
    bringsMore: {},
    also: [],
    alsoMore: 0,
    days: [],
  })
})

test('a week is whole on its page while there is room for it, and says so otherwise', () => {
  const heldWeek = (count: number, change: Partial<Plan> = {}) =>
    fitWeek({
      week: '2026-W48' as never,
      first: day,
      last: day,
      version: '',
      plans: plans(count).map((planned) => ({ ...planned, ...change })),
      moved: [],
      ready: [],
      ahead: [],
      aheadFrom: null,
    })
  expect(heldWeek(40)).toMatchObject({ isPartial: false })
  const crowded = heldWeek(400, { what: '&'.repeat(500) })
  expect(crowded.isPartial).toBe(true)
  expect(crowded.week.plans.length).toBeGreaterThan(20)
  expect(crowded.week.plans.map(({ id }) => id)).toEqual(plans(crowded.week.plans.length).map(({ id }) => id))
})
