import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryDay, arbitraryWeekStart } from '@/lib/testing/arbitrary-time'
import { onMachinesElsewhere } from '@/lib/testing/machine-zones'
import { addDays, daysFrom, monthOfDay } from '@/lib/time/day'
import { addMonths, firstDayOf, isMonth, lastDayOf, monthsBack, parseMonth, weeksOfMonth } from '@/lib/time/month'
import { WEEK_STARTS, weekOf } from '@/lib/time/week'

const month = parseMonth

describe('a month', () => {
  test.each(['2026-00', '2026-13', '2026-1', '26-11', '2026-11-01', ''])('is not %j', (text) => {
    expect(isMonth(text)).toBe(false)
    expect(() => parseMonth(text)).toThrow(RangeError)
  })

  test.each([
    ['2026-11', '2026-11-30', '2026-12'],
    ['2026-12', '2026-12-31', '2027-01'],
    ['2028-02', '2028-02-29', '2028-03'],
    ['2027-02', '2027-02-28', '2027-03'],
  ])('%s ends on %s, and the next is %s', (id, last, next) => {
    expect([lastDayOf(month(id)), addMonths(month(id), 1), addMonths(month(next), -1)]).toEqual([last, next, id])
  })

  test('months are listed back to the first, newest first', () => {
    expect(monthsBack(month('2027-02'), month('2026-11'))).toEqual(['2027-02', '2027-01', '2026-12', '2026-11'])
    expect(monthsBack(month('2026-11'), month('2026-12'))).toEqual([])
  })

  test.each([
    // November 2026 begins on a Sunday: weeks from Monday, Saturday and Sunday, by their first days.
    [1, ['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23']],
    [6, ['2026-10-31', '2026-11-07', '2026-11-14', '2026-11-21']],
    [7, ['2026-11-01', '2026-11-08', '2026-11-15', '2026-11-22']],
  ] as const)('with weeks from day %i, November 2026 has those of %j', (weekStart, firsts) => {
    expect(weeksOfMonth(month('2026-11'), weekStart).map(({ first }) => first)).toEqual(firsts)
  })
})

onMachinesElsewhere(() => {
  test('each week belongs to the month of most of its days, and a month’s weeks are consecutive', () => {
    fc.assert(
      fc.property(arbitraryDay, arbitraryWeekStart, (day, weekStart) => {
        const week = weekOf(day, weekStart)
        const inMonth = new Map<string, number>()
        for (const each of daysFrom(week.first, week.last))
          inMonth.set(each.slice(0, 7), (inMonth.get(each.slice(0, 7)) ?? 0) + 1)
        const [most = ''] = [...inMonth].sort((a, b) => b[1] - a[1])[0] ?? []
        for (const back of [-1, 0, 1]) {
          const weeks = weeksOfMonth(addMonths(monthOfDay(week.first), back), weekStart)
          expect(weeks.some(({ id }) => id === week.id)).toBe(addMonths(monthOfDay(week.first), back) === most)
          expect([4, 5]).toContain(weeks.length)
          weeks.slice(1).forEach(({ first }, index) => expect(first).toBe(addDays(weeks[index]?.last ?? first, 1)))
        }
      }),
      { numRuns: 40 },
    )
  })

  test('its first and last day enclose exactly its own days', () => {
    fc.assert(
      fc.property(arbitraryDay, (day) => {
        const month = monthOfDay(day)
        expect(
          [addDays(firstDayOf(month), -1), firstDayOf(month), lastDayOf(month), addDays(lastDayOf(month), 1)].map(
            (each) => monthOfDay(each) === month,
          ),
        ).toEqual([false, true, true, false])
      }),
    )
  })
})

test('the months’ weeks together leave out no week', () => {
  for (const weekStart of WEEK_STARTS) {
    const weeks = monthsBack(month('2028-12'), month('2024-01'))
      .reverse()
      .flatMap((month) => weeksOfMonth(month, weekStart))
    weeks.slice(1).forEach(({ first }, index) => expect(first).toBe(addDays(weeks[index]?.last ?? first, 1)))
  }
})
