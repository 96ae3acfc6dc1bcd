import { expect, test } from 'vitest'
import { addDays, parseDay } from '@/lib/time/day'
import { choicesIn, isFromPairing, resolveDay } from './chosen-day'

const opened = parseDay('2026-11-27')
const saved = addDays(opened, 1)
const range = (today: typeof opened) => ({ first: addDays(today, -31), today })
const untouched = { choice: 'today', other: '', since: null } as const

test('the day of a moment is the day of saving while nobody chose one', () => {
  expect(resolveDay(untouched, range(opened))).toBe(opened)
  expect(resolveDay(untouched, range(saved))).toBe(saved)
})

test('a chosen day stays over midnight: today, yesterday or another', () => {
  expect(resolveDay({ ...untouched, since: opened }, range(saved))).toBe(opened)
  expect(resolveDay({ choice: 'yesterday', other: '', since: opened }, range(saved))).toBe('2026-11-26')
  expect(resolveDay({ choice: 'other', other: '2026-11-03', since: opened }, range(saved))).toBe('2026-11-03')
})

test('another day is one of the range, and a day at all', () => {
  for (const other of ['', '2026-11-29', '2026-10-27', '2026-02-30'])
    expect(resolveDay({ choice: 'other', other, since: opened }, range(saved))).toBeNull()
})

test('no day before the two paired is offered or taken', () => {
  const since = (first: typeof opened) => ({ first, today: opened })
  expect([choicesIn(since(opened)), choicesIn(since(addDays(opened, -1))).length]).toEqual([['today'], 3])
  expect(resolveDay({ choice: 'yesterday', other: '', since: null }, since(opened))).toBeNull()
  expect(resolveDay({ choice: 'yesterday', other: '', since: null }, since(addDays(opened, -1)))).toBe('2026-11-26')
  expect([isFromPairing(since(addDays(opened, -30))), isFromPairing(since(addDays(opened, -31)))]).toEqual([
    true,
    false,
  ])
})
