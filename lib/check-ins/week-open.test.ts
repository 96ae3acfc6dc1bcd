import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryDay, arbitraryInstant, arbitraryWeekStart, arbitraryZone } from '@/lib/testing/arbitrary-time'
import { onMachinesElsewhere } from '@/lib/testing/machine-zones'
import { addDays, dayIn, daysFrom, monthOfDay, parseDay, type Day } from '@/lib/time/day'
import { weeksOfMonth } from '@/lib/time/month'
import { monthOfWeek, parseWeek, weekOf, type WeekStart } from '@/lib/time/week'
import { parseZone } from '@/lib/time/zone'
import { isWeekOfCouple, isWeekOpen, openUntil, weekLines, weeksOfToday } from './week-open'

const long = parseDay('0001-01-01')

/** Noon of a day in UTC, for a person who was always there. */
const onDay = (today: Day, startedOn = long) => ({
  zone: parseZone('UTC'),
  zonesBefore: [],
  startedOn,
  now: new Date(`${today}T12:00:00Z`),
})

const open = (today: Day, weekStart: WeekStart) =>
  weeksOfToday(today, weekStart).filter((week) => isWeekOpen(week, onDay(today)))
const ids = (day: string, weekStart: WeekStart) => open(parseDay(day), weekStart).map(({ id }) => id)

describe('the open weeks', () => {
  test.each([
    // Weeks from Monday 23, Sunday 22 and Saturday 21 November 2026.
    ['2026-11-24', 1, ['2026-W47', '2026-W48']],
    ['2026-11-25', 1, ['2026-W48']],
    ['2026-11-29', 1, ['2026-W48']],
    ['2026-11-30', 1, ['2026-W48', '2026-W49']],
    ['2026-11-21', 7, ['2026-W47']],
    ['2026-11-22', 7, ['2026-W47', '2026-W48']],
    ['2026-11-23', 7, ['2026-W47', '2026-W48']],
    ['2026-11-24', 7, ['2026-W48']],
    ['2026-11-21', 6, ['2026-W47', '2026-W48']],
    ['2026-11-22', 6, ['2026-W47', '2026-W48']],
    ['2026-11-23', 6, ['2026-W48']],
    // Over a year's end, and one with 53 weeks.
    ['2027-01-04', 1, ['2026-W53', '2027-W01']],
    ['2027-01-06', 1, ['2027-W01']],
  ] as const)('on %s, with weeks from day %i, are %j', (day, weekStart, weeks) =>
    expect(ids(day, weekStart)).toEqual(weeks),
  )
})

onMachinesElsewhere(() => {
  test('each week is open on nine days in a row: its own seven and two more', () => {
    fc.assert(
      fc.property(arbitraryDay, arbitraryWeekStart, (day, weekStart) => {
        const week = weekOf(day, weekStart)
        const days = daysFrom(addDays(week.first, -20), addDays(week.last, 20)).filter((today) =>
          isWeekOpen(week, onDay(today)),
        )
        expect(days).toEqual(daysFrom(week.first, addDays(week.first, 8)))
        expect(days.at(-1)).toBe(openUntil(week))
      }),
    )
  })

  test('one or two weeks are open, and Today looks at all of them, oldest first', () => {
    fc.assert(
      fc.property(arbitraryDay, arbitraryWeekStart, (today, weekStart) => {
        const around = [-14, -7, 0, 7].map((days) => weekOf(addDays(today, days), weekStart))
        const all = around.filter((week) => isWeekOpen(week, onDay(today)))
        expect(open(today, weekStart)).toEqual(all)
        expect([1, 2]).toContain(all.length)
      }),
    )
  })

  // In some zone's year each of these is a day of 23, 24½ or 25 hours, or one that was left out.
  test('in every zone, and over every clock change, a week opens and closes with local days', () => {
    fc.assert(
      fc.property(arbitraryInstant, arbitraryZone, arbitraryWeekStart, (instant, zone, weekStart) => {
        const today = dayIn(instant, zone)
        const week = weekOf(today, weekStart)
        const shownThere = new Intl.DateTimeFormat('en-CA', {
          timeZone: zone,
          year: 'numeric',
          month: '2-digit',
          day: '2-digit',
        }).format(instant)
        expect(week.first <= parseDay(shownThere) && parseDay(shownThere) <= week.last).toBe(true)
        expect(isWeekOpen(week, { zone, zonesBefore: [], startedOn: long, now: instant })).toBe(true)
        expect(parseWeek(week.id, weekStart)).toEqual(week)
      }),
    )
  })

  test.each([
    // London: 2027-03-28 has 23 hours; W12 from Monday is open until Tuesday the 30th, in summer time.
    ['Europe/London', 1, '2027-W12', '2027-03-22T00:00:00Z', '2027-03-30T22:59:59Z'],
    // New York: 2027-11-07 has 25 hours; the week from Sunday 31 October closes with Monday 8 November, in winter time.
    ['America/New_York', 7, '2027-W44', '2027-10-31T04:00:00Z', '2027-11-09T04:59:59Z'],
    // Cairo changes at midnight: Friday 2027-04-30 begins at 1:00.
    ['Africa/Cairo', 6, '2027-W17', '2027-04-23T22:00:00Z', '2027-05-02T20:59:59Z'],
    ['Pacific/Kiritimati', 1, '2026-W48', '2026-11-22T10:00:00Z', '2026-12-01T09:59:59Z'],
    ['Pacific/Honolulu', 1, '2026-W48', '2026-11-23T10:00:00Z', '2026-12-02T09:59:59Z'],
  ] as const)('in %s, with weeks from day %i, %s is open from %s to %s', (zone, weekStart, id, from, to) => {
    const week = parseWeek(id, weekStart)
    const openAt = (instant: number) =>
      isWeekOpen(week, { zone: parseZone(zone), zonesBefore: [], startedOn: long, now: new Date(instant) })
    const [first, last] = [Date.parse(from), Date.parse(to)]
    expect([openAt(first - 1000), openAt(first), openAt(last), openAt(last + 1000)]).toEqual([false, true, true, false])
  })
})

describe('a week that no month of the couple shows can’t be answered', () => {
  test.each([
    // Sunday 1 November 2026 is in the week from Monday 26 October, whose fourth day is in October.
    ['2026-W44', '2026-11-01', false],
    ['2026-W44', '2026-10-31', true],
    ['2026-W45', '2026-11-01', true],
    ['2026-W44', '2026-11-02', false],
    ['2026-W43', '2026-10-26', false],
    ['2026-W43', '2026-10-25', true],
  ] as const)('%s, paired on %s: %s', (id, startedOn, isTheirs) => {
    const week = parseWeek(id, 1)
    expect(isWeekOfCouple(week, parseDay(startedOn))).toBe(isTheirs)
    expect(isWeekOpen(week, onDay(week.last, parseDay(startedOn)))).toBe(isTheirs)
  })

  test('each open week is in a month that the couple has', () => {
    fc.assert(
      fc.property(arbitraryDay, fc.nat(20), arbitraryWeekStart, (today, daysAgo, weekStart) => {
        const startedOn = addDays(today, -daysAgo)
        for (const week of weeksOfToday(today, weekStart)) {
          if (!isWeekOpen(week, onDay(today, startedOn))) continue
          const month = monthOfWeek(week)
          // A week whose month has not begun for the couple yet is shown once it has.
          expect(month >= monthOfDay(startedOn)).toBe(true)
          expect(weeksOfMonth(month, weekStart).map(({ id }) => id)).toContain(week.id)
        }
      }),
    )
  })
})

describe('the lines on Today', () => {
  const lines = (answered: [string, boolean][], { today = '2026-11-24', paired = '2026-01-01' } = {}) =>
    weekLines({
      ...onDay(parseDay(today), parseDay(paired)),
      weekStart: 1,
      answered: new Map(answered.map(([id, shown]) => [id, { shown }])),
    }).map(({ week, is }) => `${week.id} ${is}`)

  test('ask for one week at a time, the older first', () => {
    expect(lines([])).toEqual(['2026-W47 ask'])
    expect(lines([['2026-W47', false]])).toEqual(['2026-W47 kept', '2026-W48 ask'])
    expect(
      lines([
        ['2026-W47', true],
        ['2026-W48', true],
      ]),
    ).toEqual(['2026-W47 shown', '2026-W48 shown'])
    expect(lines([['2026-W48', false]])).toEqual(['2026-W47 ask', '2026-W48 kept'])
  })

  test('drop last week once it is closed, but keep one that both answered', () => {
    const wednesday = { today: '2026-11-25' }
    expect(lines([], wednesday)).toEqual(['2026-W48 ask'])
    expect(lines([['2026-W47', false]], wednesday)).toEqual(['2026-W48 ask'])
    expect(lines([['2026-W47', true]], wednesday)).toEqual(['2026-W47 shown', '2026-W48 ask'])
    expect(
      lines(
        [
          ['2026-W46', true],
          ['2026-W47', false],
          ['2026-W48', false],
        ],
        wednesday,
      ),
    ).toEqual(['2026-W48 kept'])
  })

  test('leave out a week that ended before the couple paired', () => {
    expect(lines([], { paired: '2026-11-22' })).toEqual(['2026-W47 ask'])
    expect(lines([], { paired: '2026-11-23' })).toEqual(['2026-W48 ask'])
  })
})
