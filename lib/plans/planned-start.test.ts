import { describe, expect, test } from 'vitest'
import { onMachinesElsewhere } from '@/lib/testing/machine-zones'
import { parseDay } from '@/lib/time/day'
import { parseWallTime } from '@/lib/time/wall-time'
import { parseZone } from '@/lib/time/zone'
import { compareClocks } from './clock-difference'
import { clocksInWords, fieldInWords } from './in-words'
import type { Plan } from './contract'
import { canMarkPlan, countdownToPlan, dayOfPlan, inDayOrder, isPastFor, spanOf } from './planned-start'

const plan = (day: string, time: string | null, zone: string, minutes = 60) => ({
  plannedOn: parseDay(day),
  time: time === null ? null : parseWallTime(time),
  zone: parseZone(zone),
  minutes,
})
const start = (...planArgs: Parameters<typeof plan>) => spanOf(plan(...planArgs))?.start.toISOString()

onMachinesElsewhere(() => {
  // RFC 5545, 3.3.5: a time that the clocks skip moves later by the skipped time; of one that comes twice the first
  // counts.
  test.each([
    ['2027-03-28', '01:30', 'Europe/London', '2027-03-28T01:30:00.000Z'],
    ['2027-10-31', '01:30', 'Europe/London', '2027-10-31T00:30:00.000Z'],
    ['2027-03-14', '02:30', 'America/New_York', '2027-03-14T07:30:00.000Z'],
    ['2027-11-07', '01:30', 'America/New_York', '2027-11-07T05:30:00.000Z'],
    ['2027-10-03', '02:15', 'Australia/Lord_Howe', '2027-10-02T15:45:00.000Z'],
    ['2027-02-07', '02:30', 'Africa/Casablanca', '2027-02-07T01:30:00.000Z'],
    ['2027-03-14', '12:00', 'Asia/Kathmandu', '2027-03-14T06:15:00.000Z'],
    ['2027-03-14', '12:00', 'Pacific/Apia', '2027-03-13T23:00:00.000Z'],
    ['2027-03-14', '12:00', 'Pacific/Kiritimati', '2027-03-13T22:00:00.000Z'],
    ['2027-03-14', '12:00', 'Asia/Tokyo', '2027-03-14T03:00:00.000Z'],
  ])('%s %s in %s begins at %s', (day, time, zone, instant) => expect(start(day, time, zone)).toBe(instant))

  test('a plan is on the date of its start in each zone; without a time it is on its own day everywhere', () => {
    const late = plan('2026-11-26', '22:00', 'America/Toronto')
    expect([
      dayOfPlan(late, parseZone('America/Toronto')),
      dayOfPlan(late, parseZone('Europe/Lisbon')),
      dayOfPlan(late, parseZone('Pacific/Kiritimati')),
    ]).toEqual(['2026-11-26', '2026-11-27', '2026-11-27'])
    const anyTime = plan('2026-11-26', null, 'America/Toronto')
    for (const zone of ['America/Toronto', 'Pacific/Kiritimati', 'Pacific/Honolulu'])
      expect(dayOfPlan(anyTime, parseZone(zone))).toBe('2026-11-26')
  })

  test('a plan is never on the same weekday in Kiritimati and Honolulu', () => {
    for (const time of ['00:00', '09:59', '10:00', '23:59']) {
      const noon = plan('2027-03-14', time, 'Asia/Tokyo')
      expect(dayOfPlan(noon, parseZone('Pacific/Kiritimati'))).not.toBe(dayOfPlan(noon, parseZone('Pacific/Honolulu')))
    }
  })
})

const startedOn = parseDay('2026-01-01')

test('a plan can be marked once it has begun, for 31 days by each person’s calendar', () => {
  const late = plan('2026-11-26', '22:00', 'America/Toronto') // 03:00 on the 27th in Lisbon
  const mark = (zone: string, time: string) =>
    canMarkPlan(late, { zone: parseZone(zone), now: new Date(time), startedOn })
  expect([
    mark('Europe/Lisbon', '2026-11-27T02:59:59Z'),
    mark('Europe/Lisbon', '2026-11-27T03:00:00Z'),
    mark('America/Toronto', '2026-11-27T02:59:59Z'),
    mark('America/Toronto', '2026-11-27T03:00:00Z'),
  ]).toEqual([false, true, false, true])
  expect([
    mark('Europe/Lisbon', '2026-12-28T23:59:00Z'),
    mark('Europe/Lisbon', '2026-12-29T00:00:00Z'),
    mark('America/Toronto', '2026-12-28T04:59:00Z'),
    mark('America/Toronto', '2026-12-28T05:00:00Z'),
  ]).toEqual([true, false, true, false])
})

test('a plan without a time begins with its day, by the calendar of whoever marks it', () => {
  const errand = plan('2026-11-26', null, 'America/Toronto')
  const mark = (zone: string, time: string) =>
    canMarkPlan(errand, { zone: parseZone(zone), now: new Date(time), startedOn })
  expect([
    mark('Europe/Lisbon', '2026-11-25T23:59:00Z'),
    mark('Europe/Lisbon', '2026-11-26T00:00:00Z'),
    mark('America/Toronto', '2026-11-26T00:00:00Z'),
    mark('America/Toronto', '2026-11-26T05:00:00Z'),
  ]).toEqual([false, true, false, true])
})

test('a plan of a day before the two paired takes no mark, by each person’s own day of it', () => {
  const late = plan('2026-11-26', '22:00', 'America/Toronto') // the 27th in Lisbon
  const mark = (zone: string, day: string | null) =>
    canMarkPlan(late, {
      zone: parseZone(zone),
      now: new Date('2026-11-28T12:00:00Z'),
      startedOn: day === null ? null : parseDay(day),
    })
  expect([mark('Europe/Lisbon', '2026-11-27'), mark('America/Toronto', '2026-11-27')]).toEqual([true, false])
  expect([mark('Europe/Lisbon', '2026-11-28'), mark('America/Toronto', '2026-11-26')]).toEqual([false, true])
  expect(mark('Europe/Lisbon', null)).toBe(false)
})

test('a plan takes no mark where its own day is in a month that the couple does not have', () => {
  const mark = (plannedOn: string, paired: string) =>
    canMarkPlan(plan(plannedOn, '23:30', 'America/Toronto'), {
      zone: parseZone('Europe/Lisbon'), // the next day, at 04:30
      now: new Date('2027-01-04T12:00:00Z'),
      startedOn: parseDay(paired),
    })
  expect([mark('2026-12-31', '2027-01-01'), mark('2027-01-01', '2027-01-01')]).toEqual([false, true])
  expect([mark('2026-12-30', '2026-12-31'), mark('2027-01-01', '2027-01-02')]).toEqual([true, true])
})

test('a countdown has minutes, hours and days; without a time only days', () => {
  const lisbon = parseZone('Europe/Lisbon')
  const until = (time: string | null, instant: string) =>
    countdownToPlan(plan('2026-11-26', time, 'Europe/Lisbon'), new Date(instant), lisbon)
  expect([
    until('21:00', '2026-11-26T20:12:00Z'),
    until('21:00', '2026-11-26T22:00:00Z'),
    until('21:00', '2026-09-26T12:00:00Z'),
  ]).toEqual([{ is: 'minutes', n: 48 }, { is: 'over' }, { is: 'days', n: 61 }])
  expect([
    until(null, '2026-11-26T23:00:00Z'),
    until(null, '2026-11-25T23:00:00Z'),
    until(null, '2026-11-24T00:00:00Z'),
    until(null, '2026-11-27T00:00:00Z'),
  ]).toEqual([{ is: 'today' }, { is: 'tomorrow' }, { is: 'days', n: 2 }, { is: 'over' }])
})

describe('two clocks over a week', () => {
  const week = (mine: string, theirs: string, first: string, last: string) => {
    const apart = compareClocks(parseZone(mine), parseZone(theirs), parseDay(first), parseDay(last))
    return clocksInWords(apart, 'en-GB')
  }
  test.each([
    ['Europe/Lisbon', 'America/Toronto', '2026-11-23', '2026-11-29', 'Your clocks are 5 hours apart all week.'],
    [
      'Europe/Lisbon',
      'America/Toronto',
      '2026-10-19',
      '2026-10-25',
      'Your clocks are 5 hours apart, and 4 hours from Sunday 25 October on.',
    ],
    ['Europe/London', 'America/New_York', '2027-03-01', '2027-03-07', 'Your clocks are 5 hours apart all week.'],
    [
      'Europe/London',
      'America/New_York',
      '2027-03-08',
      '2027-03-14',
      'Your clocks are 5 hours apart, and 4 hours from Sunday 14 March on.',
    ],
    ['Europe/London', 'America/New_York', '2027-03-15', '2027-03-21', 'Your clocks are 4 hours apart all week.'],
    [
      'Europe/London',
      'America/New_York',
      '2027-03-22',
      '2027-03-28',
      'Your clocks are 4 hours apart, and 5 hours from Sunday 28 March on.',
    ],
    [
      'Europe/London',
      'America/New_York',
      '2027-10-25',
      '2027-10-31',
      'Your clocks are 5 hours apart, and 4 hours from Sunday 31 October on.',
    ],
    [
      'Europe/London',
      'America/New_York',
      '2027-11-01',
      '2027-11-07',
      'Your clocks are 4 hours apart, and 5 hours from Sunday 7 November on.',
    ],
    // Both clocks change at the same instant, so the difference stays.
    ['Europe/London', 'Europe/Paris', '2027-03-22', '2027-03-28', 'Your clocks are an hour apart all week.'],
    ['Asia/Kathmandu', 'Asia/Kolkata', '2027-03-15', '2027-03-21', 'Your clocks are 15 minutes apart all week.'],
    ['Europe/Lisbon', 'Europe/London', '2027-03-15', '2027-03-21', 'Your clocks show the same time all week.'],
    [
      'Europe/London',
      'Africa/Abidjan',
      '2027-03-22',
      '2027-03-28',
      'Your clocks show the same time, and are an hour apart from Sunday 28 March on.',
    ],
    [
      'Africa/Abidjan',
      'Europe/London',
      '2027-10-25',
      '2027-10-31',
      'Your clocks are an hour apart, and show the same time from Sunday 31 October on.',
    ],
  ])('%s and %s from %s', (mine, theirs, first, last, words) => expect(week(mine, theirs, first, last)).toBe(words))
})

test('the day of a plan is over by the calendar of who looks', () => {
  const isPast = (day: string, time: string | null, now: string, zone = 'Europe/Lisbon') =>
    isPastFor(plan(day, time, 'Europe/Lisbon'), parseZone(zone), new Date(now))
  expect(isPast('2026-11-22', '10:00', '2026-11-22T23:59:00Z')).toBe(false)
  expect(isPast('2026-11-22', '10:00', '2026-11-23T00:00:00Z')).toBe(true)
  expect(isPast('2026-11-22', null, '2026-11-23T00:00:00Z')).toBe(true)
  // 02:00 in Lisbon is the evening before in New York
  expect(isPast('2026-11-22', '02:00', '2026-11-22T12:00:00Z', 'America/New_York')).toBe(true)
  expect(isPast('2026-11-22', '02:00', '2026-11-22T12:00:00Z')).toBe(false)
})

test('many plans of one day are put in order, and when each begins is worked out once', () => {
  const asked = new Map<string, number>()
  const plans = Array.from({ length: 300 }, (_, index): Plan => {
    const { zone, ...rest } = plan('2026-11-26', `0${index % 7}:00`, 'America/Argentina/Buenos_Aires')
    const id = `plan ${index % 7} ${index}`
    const row = { ...rest, id, title: 'Soup', onDate: rest.plannedOn, ritualId: null, kind: 'together' as const }
    return Object.defineProperty(
      { ...row, version: 1, what: '', place: '', types: [], skipped: false, items: [], tookPart: [], zone },
      'zone',
      { get: () => (asked.set(id, (asked.get(id) ?? 0) + 1), zone) },
    )
  })
  const sorted = inDayOrder(plans).map(({ id }) => id)
  expect(new Set(asked.values())).toEqual(new Set([1]))
  expect(sorted).toEqual(plans.map(({ id }) => id).toSorted())
})

test('a field is in words, and a time names its city if the clock is not the reader’s', () => {
  const whole = {
    ...plan('2026-11-26', '21:00', 'Europe/Lisbon'),
    title: 'Soup',
    what: '',
    place: 'Home',
    types: ['emotional' as const, 'physical' as const],
    skipped: false,
  }
  const say = (field: Parameters<typeof fieldInWords>[0], zone = 'Europe/Lisbon', shownPlan = whole) =>
    fieldInWords(field, shownPlan, { locale: 'en-GB', zone: parseZone(zone), today: parseDay('2026-01-01') })
  expect([say('time'), say('time', 'America/Toronto'), say('time', 'Europe/Lisbon', { ...whole, time: null })]).toEqual(
    ['21:00', '21:00 in Lisbon', 'any time'],
  )
  expect([say('plannedOn'), say('minutes'), say('types'), say('what'), say('place'), say('skipped')]).toEqual([
    'Thursday 26 November',
    'an hour',
    'Emotional and Physical',
    'empty',
    '“Home”',
    'on again',
  ])
  expect([
    say('skipped', 'Europe/Lisbon', { ...whole, skipped: true }),
    say('types', 'Europe/Lisbon', { ...whole, types: [] }),
  ]).toEqual(['skipped', 'empty'])
})
