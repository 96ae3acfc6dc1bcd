import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryDay, arbitraryZone } from '@/lib/testing/arbitrary-time'
import { addDays, dayIn, daysFrom, parseDay } from '@/lib/time/day'
import { minutesAhead, parseZone } from '@/lib/time/zone'
import { compareClocks } from './clock-difference'
import { clocksInWords } from './in-words'

test.each([
  // Each of the two changes on a day of its own.
  [
    'Europe/London',
    'Australia/Adelaide',
    '2027-03-28',
    '2027-04-03',
    'Your clocks are 10 hours and 30 minutes apart, 9 hours and 30 minutes from Sunday 28 March on, and 8 hours and 30 minutes from Saturday 3 April on.',
  ],
  [
    'Australia/Adelaide',
    'Europe/London',
    '2027-03-28',
    '2027-04-03',
    'Your clocks are 10 hours and 30 minutes apart, and 9 hours and 30 minutes from Sunday 28 March on.',
  ],
  [
    'Europe/Berlin',
    'Africa/Cairo',
    '2027-10-25',
    '2027-10-31',
    'Your clocks are an hour apart, show the same time from Thursday 28 October on, and are an hour apart from Sunday 31 October on.',
  ],
  [
    'Africa/Cairo',
    'Europe/Berlin',
    '2027-10-25',
    '2027-10-31',
    'Your clocks are an hour apart, show the same time from Thursday 28 October on, and are an hour apart from Sunday 31 October on.',
  ],
  [
    'Europe/London',
    'Asia/Beirut',
    '2027-03-22',
    '2027-03-28',
    'Your clocks are 2 hours apart, 3 hours from Saturday 27 March on, and 2 hours from Sunday 28 March on.',
  ],
  // Two changes in one night, two hours apart, are none by the morning.
  ['America/New_York', 'America/Havana', '2027-03-08', '2027-03-14', 'Your clocks show the same time all week.'],
])('two changes in one week are both said: %s and %s from %s', (mine, theirs, first, last, words) => {
  const apart = compareClocks(parseZone(mine), parseZone(theirs), parseDay(first), parseDay(last))
  expect(clocksInWords(apart, 'en-GB')).toBe(words)
})

test('whatever two clocks do in a week, each day ends with the difference that was said last', () => {
  fc.assert(
    fc.property(arbitraryZone, arbitraryZone, arbitraryDay, (mine, theirs, first) => {
      const last = addDays(first, 6)
      const { minutes, changes } = compareClocks(mine, theirs, first, last)
      let isSaid = minutes
      for (const day of daysFrom(first, last)) {
        isSaid = changes.find(({ on }) => on === day)?.minutes ?? isSaid
        // The last minute of the day that a clock in the first zone shows, found by walking back from noon after it.
        let time = Date.parse(`${addDays(day, 2)}T12:00:00Z`)
        while (dayIn(new Date(time), mine) > day) time -= 60_000 * 15
        expect(minutesAhead(mine, theirs, new Date(time))).toBe(isSaid)
      }
      expect(new Set(changes.map(({ on }) => on)).size).toBe(changes.length)
    }),
    { numRuns: 60 },
  )
})
