import { expect, test } from 'vitest'
import { parseDay } from '@/lib/time/day'
import type { Closeness, Step } from './contract'
import { answeredTypes, checkInView, nearness, wantsRoom } from './view'

const none = { emotional: null, physical: null, intellectual: null, experiential: null, spiritual: null }
const closenessOf = (now: Step, wish: Step, types: Partial<Closeness['types']> = {}): Closeness => ({
  now,
  wish,
  types: { ...none, ...types },
})
const first = parseDay('2026-11-23')

test.each([
  ['ask', false, false, true, '2026-11-24'],
  ['kept', true, false, true, '2026-11-24'],
  ['both', true, true, true, '2026-11-24'],
  ['early', false, false, false, '2026-11-22'],
  ['closed', false, false, false, '2026-12-02'],
  ['over', true, false, false, '2026-12-02'],
  ['both', true, true, false, '2027-12-02'],
] as const)('the view is %s', (view, mine, partner, open, today) => {
  expect(
    checkInView(
      { mine: mine ? closenessOf(4, 4) : null, partner: partner ? closenessOf(4, 4) : null, open, first },
      parseDay(today),
    ),
  ).toBe(view)
})

test('without a revealed partner’s answer the view is never the one of both', () => {
  for (const mine of [null, closenessOf(4, 4)])
    for (const open of [true, false]) {
      expect(checkInView({ mine, partner: null, open, first }, first)).not.toBe('both')
    }
})

test('wishing for less closeness than now, overall or of a type, wants room', () => {
  expect([wantsRoom(closenessOf(4, 3)), wantsRoom(closenessOf(4, 4)), wantsRoom(closenessOf(4, 7))]).toEqual([
    true,
    false,
    false,
  ])
  expect(wantsRoom({ now: 5, wish: 4 })).toBe(true)
  expect(wantsRoom({ now: 5, wish: null })).toBe(false)
  expect(wantsRoom({ now: null, wish: 1 })).toBe(false)
  expect(wantsRoom(null)).toBe(false)
})

test('two answers are the same, near, or different, in either order', () => {
  expect([
    nearness(closenessOf(4, 1), closenessOf(4, 7)),
    nearness(closenessOf(4, 4), closenessOf(5, 4)),
    nearness(closenessOf(7, 4), closenessOf(2, 4)),
    nearness(closenessOf(2, 4), closenessOf(7, 4)),
  ]).toEqual(['same', 'near', 'different', 'different'])
})

test('a type that at least one person answered is listed, in product order', () => {
  expect(
    answeredTypes([
      closenessOf(1, 1, { spiritual: { now: 1, wish: null } }),
      closenessOf(1, 1, { physical: { now: 1, wish: 1 } }),
    ]),
  ).toEqual(['physical', 'spiritual'])
})
