import { expect, test } from 'vitest'
import { parseDay } from '@/lib/time/day'
import { parseWallTime } from '@/lib/time/wall-time'
import { parseZone } from '@/lib/time/zone'
import { countdownTo } from './countdown'
import { canMark, markableDates } from './markable-dates'
import type { Rhythm } from './recurrence'

const lisbon = parseZone('Europe/Lisbon')
const toronto = parseZone('America/Toronto')
const rhythm = (change: Partial<Rhythm> = {}): Rhythm => ({
  weekdays: [4],
  startsOn: parseDay('2026-10-01'),
  everyWeeks: 1,
  time: parseWallTime('22:30'),
  minutes: 60,
  zone: lisbon,
  weekStart: 1,
  ...change,
})
const ritual = (id: string, change: Partial<Rhythm> = {}) => {
  const terms = rhythm(change)
  const plain = { title: id, types: ['physical' as const], id, version: 1, proposerId: id, agreed: true }
  return {
    id,
    held: [{ ...terms, ...plain, weekdays: [...terms.weekdays], from: terms.startsOn }],
    pauses: [],
    endedAt: null,
  }
}
const thursday = new Date('2026-11-19T21:42:00Z')

test.each([
  ['2026-11-19T21:42:00Z', { is: 'minutes', n: 48 }],
  ['2026-11-19T22:29:30Z', { is: 'minutes', n: 1 }],
  ['2026-11-19T22:30:00Z', { is: 'now' }],
  ['2026-11-19T23:29:59Z', { is: 'now' }],
  ['2026-11-19T23:30:00Z', { is: 'over' }],
  ['2026-11-19T20:00:00Z', { is: 'hours', n: 3 }],
  ['2026-11-18T23:30:00Z', { is: 'tomorrow' }],
  ['2026-11-13T12:00:00Z', { is: 'days', n: 6 }],
])('at %s a date on the 19th at 22:30 is %o', (now, expected) => {
  const soup = { start: new Date('2026-11-19T22:30:00Z'), end: new Date('2026-11-19T23:30:00Z') }
  expect(countdownTo(soup, new Date(now), lisbon)).toEqual(expected)
})

test('each person can mark the last 31 days by their own calendar, and today', () => {
  const daily = ritual('daily', { weekdays: [1, 2, 3, 4, 5, 6, 7] })
  const mine = markableDates(daily, lisbon, thursday).map(({ onDate }) => onDate)
  expect([mine[0], mine.at(-1), mine.length]).toEqual(['2026-11-19', '2026-10-19', 32])
  // 03:30 on the 20th in Lisbon is still the 19th in Toronto.
  const night = new Date('2026-11-20T03:30:00Z')
  expect(markableDates(daily, lisbon, night)[0]?.onDate).toBe('2026-11-20')
  expect(markableDates(daily, toronto, night)[0]?.onDate).toBe('2026-11-19')
  expect(canMark(new Date('2026-11-20T22:30:00Z'), toronto, night)).toBe(false)
})
