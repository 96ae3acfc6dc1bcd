import { expect, test } from 'vitest'
import { parseDay } from '@/lib/time/day'
import { parseWallTime } from '@/lib/time/wall-time'
import { parseZone } from '@/lib/time/zone'
import { distanceInWords, elsewhereInWords, weekInWords } from './in-words'

const lisbon = parseZone('Europe/Lisbon')
const toronto = parseZone('America/Toronto')
const kathmandu = parseZone('Asia/Kathmandu')
const noor = { name: 'Noor', zone: lisbon }
const elias = { name: 'Elias', zone: toronto }
const reader = { me: noor, partner: elias, locale: 'en-GB' }
const plan = (time: string | null, zone = lisbon, day = '2026-11-26') => ({
  plannedOn: parseDay(day),
  time: time === null ? null : parseWallTime(time),
  minutes: 60,
  zone,
})

test('a time is added for the person with another clock, with the weekday if it is another day', () => {
  expect(elsewhereInWords(plan('17:30', toronto), reader)).toBe('22:30 for you')
  expect(elsewhereInWords(plan('22:30'), reader)).toBe('17:30 for Elias')
  expect(elsewhereInWords(plan('21:00', toronto), reader)).toBe('Fri 02:00 for you')
  expect(elsewhereInWords(plan('08:00', kathmandu), reader)).toBe('02:15 for you and Wed 21:15 for Elias')
})

test('the clocks are those of the plan’s day', () => {
  expect(elsewhereInWords(plan('17:30', toronto, '2026-10-29'), reader)).toBe('21:30 for you')
})

test('nothing is added if nobody has another clock, or for a plan without a time', () => {
  expect(elsewhereInWords(plan('22:30'), { ...reader, partner: { name: 'Elias', zone: lisbon } })).toBeNull()
  expect(elsewhereInWords(plan('22:30'), { ...reader, partner: null })).toBeNull()
  expect(elsewhereInWords(plan(null), reader)).toBeNull()
})

test('a plan that is over was earlier today only on its own day', () => {
  const distance = (instant: string, time: string | null = '21:00') =>
    distanceInWords(plan(time), new Date(instant), { locale: 'en-GB', zone: lisbon })
  expect(distance('2026-11-26T20:12:00Z')).toBe('in 48 minutes')
  expect(distance('2026-11-26T23:00:00Z')).toBe('earlier today')
  expect(distance('2026-11-27T00:00:00Z')).toBeNull()
  expect(distance('2026-11-27T00:00:00Z', null)).toBeNull()
})

test('a week is headed by what it holds, under its name', () => {
  const week = (kept: number, skipped = 0, isPartial = false) => ({
    week: {
      plans: [
        ...Array.from({ length: kept }, () => ({ skipped: false })),
        ...Array.from({ length: skipped }, () => ({ skipped: true })),
      ],
    },
    isPartial,
  })
  const inWords = (shift: number, ...holds: Parameters<typeof week>) => {
    const { overline, heading } = weekInWords(week(...holds), { shift, days: '5 to 11 October', locale: 'en-GB' })
    return [overline, heading]
  }
  expect(inWords(0, 0)).toEqual(['This week, 5 to 11 October', 'Nothing planned'])
  expect(inWords(1, 1)).toEqual(['Next week, 5 to 11 October', 'One plan'])
  expect(inWords(-1, 2, 3)).toEqual(['Last week, 5 to 11 October', 'Two plans'])
  expect(inWords(-1, 0, 3)).toEqual(['Last week, 5 to 11 October', 'Nothing planned'])
  expect(inWords(4, 11)).toEqual(['Your week, 5 to 11 October', '11 plans'])
  // where not all of it is here yet, it counts nothing
  expect(inWords(0, 2, 0, true)).toEqual(['This week, 5 to 11 October', 'Your week'])
})
