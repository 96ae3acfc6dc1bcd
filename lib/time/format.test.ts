import { expect, test } from 'vitest'
import { onMachinesElsewhere } from '@/lib/testing/machine-zones'
import { parseDay } from '@/lib/time/day'
import {
  formatDay,
  formatDayOfMonth,
  formatDaysBetween,
  formatFullDay,
  formatList,
  formatLongDay,
  formatMonth,
  formatShortDay,
  formatTime,
  formatTimeWithWeekday,
  formatWallTime,
  formatWeekday,
} from '@/lib/time/format'
import { parseWallTime } from '@/lib/time/wall-time'
import { parseZone } from '@/lib/time/zone'

onMachinesElsewhere(() => {
  test('a day is formatted as that day, whatever the machine’s zone', () => {
    const day = parseDay('2026-11-19')
    expect(formatDay(day, 'en-GB', day)).toBe('Thursday 19 November')
    expect(formatFullDay(day, 'en-GB')).toBe('Thursday 19 November 2026')
    expect(formatLongDay(day, 'en-GB')).toBe('19 November 2026')
    expect(formatFullDay(day, 'en-US')).toBe('Thursday, November 19, 2026')
    expect(formatFullDay(day, 'de')).toBe('Donnerstag, 19. November 2026')
    expect(formatShortDay(day, 'en-GB', day)).toBe('19 Nov')
    expect(formatShortDay(day, 'en-US', day)).toBe('Nov 19')
    expect(formatMonth(day, 'de')).toBe('November 2026')
  })

  test.each(['en-GB', 'en-US', 'en', 'en-AU', 'en-US-u-hc-h23'])('%s: the weekday is before the number', (locale) => {
    expect(formatDayOfMonth(parseDay('2026-11-05'), locale)).toBe('Thu 5')
  })

  test('two days of one month name it once, where the locale puts it', () => {
    const within = [parseDay('2026-11-23'), parseDay('2026-11-29')] as const
    const today = parseDay('2026-11-19')
    expect(formatDaysBetween(...within, 'en-GB', today)).toEqual({ from: '23', to: '29 November' })
    expect(formatDaysBetween(...within, 'en-US', today)).toEqual({ from: 'November 23', to: '29' })
    expect(formatDaysBetween(parseDay('2026-11-30'), parseDay('2026-12-06'), 'en-GB', today)).toEqual({
      from: '30 Nov',
      to: '6 Dec',
    })
  })

  test('a day of another year names its year', () => {
    const [before, today, after] = [parseDay('2025-11-19'), parseDay('2026-01-01'), parseDay('2027-01-03')]
    expect(formatDay(before, 'en-GB', today)).toBe('Wednesday 19 November 2025')
    expect(formatDay(after, 'en-US', today)).toBe('Sunday, January 3, 2027')
    expect(formatShortDay(before, 'en-GB', today)).toBe('19 Nov 2025')
    expect(formatShortDay(after, 'en-US', today)).toBe('Jan 3, 2027')
    expect(formatShortDay(after, 'en-GB', parseDay('2027-12-31'))).toBe('3 Jan')
  })

  test('of two days the second names another year, and the first where its own is another again', () => {
    const [inWinter, after] = [parseDay('2026-12-28'), parseDay('2027-01-03')]
    const within = [parseDay('2027-11-23'), parseDay('2027-11-29')] as const
    expect(formatDaysBetween(inWinter, after, 'en-GB', inWinter)).toEqual({ from: '28 Dec', to: '3 Jan 2027' })
    expect(formatDaysBetween(inWinter, after, 'en-GB', after)).toEqual({ from: '28 Dec 2026', to: '3 Jan' })
    expect(formatDaysBetween(...within, 'en-GB', inWinter)).toEqual({ from: '23', to: '29 November 2027' })
    expect(formatDaysBetween(...within, 'en-US', inWinter)).toEqual({ from: 'November 23', to: 'November 29, 2027' })
    const apart = [parseDay('2027-11-30'), parseDay('2027-12-06')] as const
    expect(formatDaysBetween(...apart, 'en-GB', inWinter)).toEqual({ from: '30 Nov', to: '6 Dec 2027' })
  })

  test('weekdays count from Monday', () => {
    expect(([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => formatWeekday(weekday, 'en', 'short'))).toEqual([
      'Mon',
      'Tue',
      'Wed',
      'Thu',
      'Fri',
      'Sat',
      'Sun',
    ])
    expect(formatWeekday(3, 'de')).toBe('Mittwoch')
  })

  test('an instant is formatted in each zone and locale', () => {
    const instant = new Date('2026-11-20T03:30:00Z')
    expect(formatTime(instant, 'en-GB', parseZone('Europe/London'))).toBe('03:30')
    expect(formatTime(instant, 'en-US', parseZone('America/New_York'))).toBe('10:30 PM')
    expect(formatTimeWithWeekday(instant, 'en-GB', parseZone('Europe/London'))).toBe('Fri 03:30')
    expect(formatTimeWithWeekday(instant, 'en-US', parseZone('America/New_York'))).toBe('Thu 10:30 PM')
  })

  test('a time of day has no zone', () => {
    expect(formatWallTime(parseWallTime('19:05'), 'en-GB')).toBe('19:05')
    expect(formatWallTime(parseWallTime('00:30'), 'en-US')).toBe('12:30 AM')
  })
})

test('a list is joined into one phrase', () => {
  expect(formatList(['the emotional'], 'en')).toBe('the emotional')
  expect(formatList(['the emotional', 'the physical'], 'en')).toBe('the emotional and the physical')
  expect(formatList(['one', 'two', 'three'], 'en-GB')).toBe('one, two and three')
})
