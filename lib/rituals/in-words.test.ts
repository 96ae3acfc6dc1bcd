import { expect, test } from 'vitest'
import { ritualsMessages } from '@/lib/messages/rooms/rituals'
import { translate } from '@/lib/messages/translate'
import { parseDay } from '@/lib/time/day'
import { parseWallTime } from '@/lib/time/wall-time'
import { parseZone } from '@/lib/time/zone'
import { countdownInWords } from './countdown-in-words'
import { rhythmInWords, yesInWords } from './in-words'
import { lengthInWords } from './length-in-words'
import type { Rhythm } from './recurrence'

const lisbon = { locale: 'en-GB', zone: parseZone('Europe/Lisbon') }
const rhythm = (change: Partial<Rhythm> = {}): Rhythm => ({
  weekdays: [4],
  startsOn: parseDay('2026-11-05'),
  everyWeeks: 1,
  time: parseWallTime('22:30'),
  minutes: 60,
  zone: parseZone('Europe/Lisbon'),
  weekStart: 1,
  ...change,
})

test('a rhythm is a sentence', () => {
  expect(rhythmInWords(rhythm(), lisbon)).toBe('Every Thursday at 22:30, for an hour')
  expect(rhythmInWords(rhythm({ weekdays: [2, 4, 7], minutes: 90 }), lisbon)).toBe(
    'Every Tuesday, Thursday and Sunday at 22:30, for an hour and 30 minutes',
  )
  expect(rhythmInWords(rhythm({ weekdays: [1, 2, 3, 4, 5, 6, 7], minutes: 10 }), lisbon)).toBe(
    'Every day at 22:30, for 10 minutes',
  )
  expect(rhythmInWords(rhythm({ everyWeeks: 2 }), lisbon)).toBe('Every second Thursday at 22:30, for an hour')
  expect(rhythmInWords(rhythm({ everyWeeks: 4, minutes: 120 }), lisbon)).toBe(
    'Every fourth Thursday at 22:30, for 2 hours',
  )
  expect(rhythmInWords(rhythm({ everyWeeks: 2, weekdays: [1, 4] }), lisbon)).toBe(
    'Every second week on Monday and Thursday at 22:30, for an hour',
  )
})

test.each([
  ['2', 'second'],
  ['3', 'third'],
  ['4', 'fourth'],
  ['5', '5th'],
])('every %s weeks reads as every %s week, also for a number that nobody can choose yet', (weeks, word) => {
  const sentence = translate('en-GB', ritualsMessages)('rhythm.otherWeeks', { weeks, days: 'Thursday', time: '22:30' })
  expect(sentence).toBe(`Every ${word} week on Thursday at 22:30`)
})

test('the city is named if the clock isn’t the reader’s', () => {
  expect(rhythmInWords(rhythm(), { locale: 'en-US', zone: parseZone('America/Toronto') })).toMatch(
    /^Every Thursday at 10:30 PM, Lisbon time, for an hour$/,
  )
})

test('with a date the reader’s own time is added, by the clocks of the next date', () => {
  const inToronto = (time: string, now: string) =>
    rhythmInWords(rhythm({ time: parseWallTime(time), zone: parseZone('America/Toronto') }), {
      ...lisbon,
      now: new Date(now),
    })
  expect(inToronto('17:30', '2026-11-20T12:00:00Z')).toBe(
    'Every Thursday at 17:30, Toronto time (22:30 for you), for an hour',
  )
  expect(inToronto('17:30', '2027-03-15T12:00:00Z')).toBe(
    'Every Thursday at 17:30, Toronto time (21:30 for you), for an hour',
  )
  expect(inToronto('21:00', '2026-11-20T12:00:00Z')).toBe(
    'Every Thursday at 21:00, Toronto time (02:00 for you, the day after), for an hour',
  )
  expect(rhythmInWords(rhythm(), { ...lisbon, now: new Date('2026-11-20T12:00:00Z') })).toBe(
    'Every Thursday at 22:30, for an hour',
  )
})

test('lengths and countdowns are in words', () => {
  expect([1, 60, 61, 1440].map((minutes) => lengthInWords(minutes, 'en-GB'))).toEqual([
    'a minute',
    'an hour',
    'an hour and a minute',
    '24 hours',
  ])
  expect(countdownInWords({ is: 'minutes', n: 48 }, 'en-GB')).toBe('in 48 minutes')
  expect(countdownInWords({ is: 'now' }, 'en-GB')).toBe('now')
})

test('the yes names the first date that is not over, on the day of whoever reads it', () => {
  const now = new Date('2026-11-25T12:00:00Z')
  expect(yesInWords(rhythm(), { ...lisbon, now })).toBe('Yes, from Thursday 26 November')
  expect(yesInWords(rhythm(), { locale: 'en-US', zone: parseZone('Asia/Tokyo'), now })).toBe(
    'Yes, from Friday, November 27',
  )
  const ahead = rhythm({ startsOn: parseDay('2027-01-04') })
  expect(yesInWords(ahead, { ...lisbon, now })).toBe('Yes, from Thursday 7 January 2027')
})
