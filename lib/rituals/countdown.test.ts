import { expect, test } from 'vitest'
import { parseZone } from '@/lib/time/zone'
import { countdownTo } from './countdown'

const lisbon = parseZone('Europe/Lisbon')

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
