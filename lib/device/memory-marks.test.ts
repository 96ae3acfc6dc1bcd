import { beforeEach, expect, test, vi } from 'vitest'
import { forgetMarksOf, isMarked, setMark } from '@/lib/local-marks'
import { addDays, parseDay } from '@/lib/time/day'
import { randomUuid } from '@/lib/vault/primitives'
import { isPutAway, noteShown, putAway, shownDayBefore } from './memory-marks'

const [uid, other, id] = [randomUuid(), randomUuid(), randomUuid()]
const today = parseDay('2026-11-24')

beforeEach(() => {
  const stored = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, value: string) => void stored.set(name, value),
  })
})

test('a browser knows the memory of the day before, and none else', () => {
  noteShown(id, today, uid)
  expect(shownDayBefore(addDays(today, 1), uid)).toBe(id)
  for (const [day, whose] of [
    [today, uid],
    [addDays(today, 2), uid],
    [addDays(today, 1), other],
  ] as const)
    expect(shownDayBefore(day, whose)).toBeNull()
  const next = randomUuid()
  noteShown(next, addDays(today, 1), uid)
  expect(shownDayBefore(addDays(today, 1), uid)).toBeNull()
  expect(shownDayBefore(addDays(today, 2), uid)).toBe(next)
})

test('what was put away stays away until it is brought back, for one person, and goes at sign-out', () => {
  setMark('spellcheck', true)
  putAway(id, uid, true)
  expect([isPutAway(id, uid), isPutAway(id, other)]).toEqual([true, false])
  putAway(id, uid, false)
  expect(isPutAway(id, uid)).toBe(false)
  putAway(id, uid, true)
  noteShown(id, today, uid)
  forgetMarksOf(uid)
  expect([isPutAway(id, uid), shownDayBefore(addDays(today, 1), uid), isMarked('spellcheck')]).toEqual([
    false,
    null,
    true,
  ])
})
