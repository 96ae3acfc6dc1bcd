import { expect, test } from 'vitest'
import { greetingAt } from './greeting'
import { parseZone } from './zone'

test.each([
  ['2026-11-24T00:00:00Z', 'night'],
  ['2026-11-24T04:59:00Z', 'night'],
  ['2026-11-24T05:00:00Z', 'morning'],
  ['2026-11-24T11:59:00Z', 'morning'],
  ['2026-11-24T12:00:00Z', 'afternoon'],
  ['2026-11-24T18:00:00Z', 'evening'],
  ['2026-11-24T23:59:00Z', 'evening'],
])('at %s the greeting in Lisbon is for the %s', (instant, expected) => {
  expect(greetingAt(new Date(instant), parseZone('Europe/Lisbon'))).toBe(expected)
})

test('the greeting follows the person’s own zone', () => {
  expect(greetingAt(new Date('2026-11-24T21:42:00Z'), parseZone('America/Toronto'))).toBe('afternoon')
})
