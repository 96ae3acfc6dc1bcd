import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryDay } from '@/lib/testing/arbitrary-time'
import { onMachinesElsewhere } from '@/lib/testing/machine-zones'
import { addDays, daysBetween, daysFrom, isDay, monthOfDay, parseDay, weekday } from '@/lib/time/day'

describe('a calendar day', () => {
  test.each(['2027-02-28', '2028-02-29', '2000-02-29', '0000-01-01', '9999-12-31'])('%s exists', (text) => {
    expect(isDay(text)).toBe(true)
    expect(parseDay(text)).toBe(text)
  })

  test.each([
    '2027-02-29',
    '2100-02-29',
    '2027-04-31',
    '2027-13-01',
    '2027-00-10',
    '2027-1-1',
    '27-01-01',
    '2027-01-01T00:00',
    ' 2027-01-01',
    '+002027-01-01',
    '2027-01-01\n',
    '٢٠٢٧-٠١-٠١',
    '',
  ])('%j does not', (text) => {
    expect(isDay(text)).toBe(false)
    expect(() => parseDay(text)).toThrow(RangeError)
  })

  test('a day outside the years 0000 to 9999 is an error', () => {
    expect(() => addDays(parseDay('9999-12-31'), 1)).toThrow(RangeError)
    expect(() => addDays(parseDay('0000-01-01'), -1)).toThrow(RangeError)
  })
})

onMachinesElsewhere(() => {
  test('days add up over leap days, months and years', () => {
    expect(addDays(parseDay('2028-02-28'), 1)).toBe('2028-02-29')
    expect(addDays(parseDay('2026-12-31'), 1)).toBe('2027-01-01')
    expect(daysBetween(parseDay('2026-01-01'), parseDay('2027-01-01'))).toBe(365)
    expect(monthOfDay(parseDay('2026-11-24'))).toBe('2026-11')
  })

  test('weekdays are those of the calendar', () => {
    expect(weekday(parseDay('2026-11-24'))).toBe(2)
    expect(weekday(parseDay('2027-03-28'))).toBe(7)
    expect(weekday(parseDay('1969-12-31'))).toBe(3)
  })

  test('adding days and counting them agree, and weekdays repeat every seven', () => {
    fc.assert(
      fc.property(arbitraryDay, fc.integer({ min: -4000, max: 4000 }), (day, days) => {
        const later = addDays(day, days)
        expect(daysBetween(day, later)).toBe(days)
        expect(addDays(later, -days)).toBe(day)
        expect(((weekday(later) - weekday(day) - days) % 7) + 0).toBeCloseTo(0)
        expect(day < later).toBe(days > 0)
      }),
    )
  })

  test('a span lists its days in order', () => {
    expect(daysFrom(parseDay('2027-02-27'), parseDay('2027-03-02'))).toEqual([
      '2027-02-27',
      '2027-02-28',
      '2027-03-01',
      '2027-03-02',
    ])
    expect(daysFrom(parseDay('2027-03-02'), parseDay('2027-03-01'))).toEqual([])
  })
})
