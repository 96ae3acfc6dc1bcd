import { expect, test } from 'vitest'
import { onMachinesElsewhere } from '@/lib/testing/machine-zones'
import { parseDay } from '@/lib/time/day'
import {
  formatDay,
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
    expect(formatDay(day, 'en-GB')).toBe('Thursday 19 November')
    expect(formatFullDay(day, 'en-GB')).toBe('Thursday 19 November 2026')
    expect(formatLongDay(day, 'en-GB')).toBe('19 November 2026')
    expect(formatFullDay(day, 'en-US')).toBe('Thursday, November 19, 2026')
    expect(formatFullDay(day, 'de')).toBe('Donnerstag, 19. November 2026')
    expect(formatShortDay(day, 'en-GB')).toBe('19 Nov')
    expect(formatShortDay(day, 'en-US')).toBe('Nov 19')
    expect(formatMonth(day, 'de')).toBe('November 2026')
  })

  test('two days of one month name it once, where the locale puts it', () => {
    const within = [parseDay('2026-11-23'), parseDay('2026-11-29')] as const
    expect(formatDaysBetween(...within, 'en-GB')).toEqual({ from: '23', to: '29 November' })
    expect(formatDaysBetween(...within, 'en-US')).toEqual({ from: 'November 23', to: '29' })
    expect(formatDaysBetween(parseDay('2026-11-30'), parseDay('2026-12-06'), 'en-GB')).toEqual({
      from: '30 Nov',
      to: '6 Dec',
    })
    expect(formatDaysBetween(parseDay('2026-11-23'), parseDay('2027-11-29'), 'en-GB')).toEqual({
      from: '23 Nov',
      to: '29 Nov',
    })
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
