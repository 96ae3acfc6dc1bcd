import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryDay, arbitraryWeekStart } from '@/lib/testing/arbitrary-time'
import { onMachinesElsewhere } from '@/lib/testing/machine-zones'
import { addDays, daysBetween, daysFrom, parseDay, weekday } from '@/lib/time/day'
import { isWeekId, isWeekStart, monthOfWeek, parseWeek, weekOf, weekStartOf, weeksUpTo } from '@/lib/time/week'

describe('the first day of a locale’s weeks', () => {
  test.each([
    ['de', 1],
    ['en-GB', 1],
    ['en-US', 7],
    ['pt-PT', 7],
    ['fr-CA', 7],
    ['ar-EG', 6],
    ['dv-MV', 1], // Friday, which a couple can't choose.
    ['*', 1],
    ['', 1],
    ['not a locale', 1],
  ])('for %j is %i', (locale, start) => expect(weekStartOf(locale)).toBe(start))

  test('is a Monday, a Saturday or a Sunday', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 1.5].filter(isWeekStart)).toEqual([1, 6, 7])
  })
})

onMachinesElsewhere(() => {
  test.each([
    ['2026-11-24', 1, '2026-W48', '2026-11-23', '2026-11-29'],
    ['2026-11-24', 7, '2026-W48', '2026-11-22', '2026-11-28'],
    ['2026-11-24', 6, '2026-W48', '2026-11-21', '2026-11-27'],
    ['2026-11-22', 1, '2026-W47', '2026-11-16', '2026-11-22'],
    ['2027-01-01', 1, '2026-W53', '2026-12-28', '2027-01-03'],
    // A week that begins on a Sunday is named after the ISO week of its fourth day, which follows the Sunday's own.
    ['2027-01-03', 7, '2027-W01', '2027-01-03', '2027-01-09'],
    ['2024-12-30', 1, '2025-W01', '2024-12-30', '2025-01-05'],
    ['2028-12-31', 6, '2029-W01', '2028-12-30', '2029-01-05'],
  ] as const)('%s is, with weeks from day %i, in %s', (day, weekStart, id, first, last) => {
    expect(weekOf(parseDay(day), weekStart)).toEqual({ id, first, last })
  })

  test('every day is in one week of seven days that begins on the right weekday and parses from its id', () => {
    fc.assert(
      fc.property(arbitraryDay, arbitraryWeekStart, (day, weekStart) => {
        const week = weekOf(day, weekStart)
        expect(weekday(week.first)).toBe(weekStart)
        expect(daysBetween(week.first, week.last)).toBe(6)
        expect(week.first <= day && day <= week.last).toBe(true)
        expect(daysFrom(week.first, week.last).map((other) => weekOf(other, weekStart).id)).toEqual(
          Array(7).fill(week.id),
        )
        expect(isWeekId(week.id)).toBe(true)
        expect(parseWeek(week.id, weekStart)).toEqual(week)
      }),
    )
  })

  test('a week’s id is the ISO week of its fourth day, whatever its first weekday', () => {
    fc.assert(
      fc.property(arbitraryDay, arbitraryWeekStart, (day, weekStart) => {
        const week = weekOf(day, weekStart)
        expect(week.id).toBe(weekOf(addDays(week.first, 3), 1).id)
      }),
    )
  })

  test('the fourth day decides the month', () => {
    expect(monthOfWeek(weekOf(parseDay('2026-11-30'), 1))).toBe('2026-12')
    expect(monthOfWeek(weekOf(parseDay('2026-10-31'), 1))).toBe('2026-10')
    expect(monthOfWeek(weekOf(parseDay('2026-10-31'), 6))).toBe('2026-11')
    expect(monthOfWeek(weekOf(parseDay('2026-10-31'), 7))).toBe('2026-10')
  })

  test('week 53 exists in long years only', () => {
    expect(
      ['2026-W53', '2027-W53', '2020-W53', '2027-W00', '2027-W54', '2027-W1', '2027-48', '0000-W10', '9999-W10'].map(
        isWeekId,
      ),
    ).toEqual([true, false, true, false, false, false, false, false, false])
    expect(() => parseWeek('2027-W53', 1)).toThrow(RangeError)
  })

  test('the last weeks are consecutive up to the one that holds the day', () => {
    const weeks = weeksUpTo(parseDay('2026-11-24'), 7, 8)
    expect(weeks.map(({ id }) => id)).toEqual([
      '2026-W41',
      '2026-W42',
      '2026-W43',
      '2026-W44',
      '2026-W45',
      '2026-W46',
      '2026-W47',
      '2026-W48',
    ])
    expect(weeks.at(0)?.first).toBe('2026-10-04')
    expect(weeks.at(-1)?.last).toBe('2026-11-28')
  })
})
