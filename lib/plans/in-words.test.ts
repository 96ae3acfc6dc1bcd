import { expect, test } from 'vitest'
import { parseDay } from '@/lib/time/day'
import { parseWallTime } from '@/lib/time/wall-time'
import { parseZone } from '@/lib/time/zone'
import { distanceInWords, elsewhereInWords } from './in-words'

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
