// Days and times as a reader's locale writes them (`localeFor` made it). Locale and zone are arguments: the machine's own never show.
import { parseDay, utcMidnight, type Day, type Weekday } from '@/lib/time/day'
import { minutesOf, type WallTime } from '@/lib/time/wall-time'
import type { Zone } from '@/lib/time/zone'

const MINUTE_MS = 60_000

// Whatever the region has: a Thai calendar counts other years, and an Arabic one other digits, inside English words.
const FIXED_OPTIONS = { calendar: 'gregory', numberingSystem: 'latn' } as const

// Making a formatter costs some hundred times more than using one; locales x zones x forms in use are few.
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(locale: string, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale}|${zone}|${JSON.stringify(options)}`
  const known = formatters.get(key)
  if (known) return known
  if (formatters.size > 500) formatters.clear()
  const made = new Intl.DateTimeFormat(locale, { ...FIXED_OPTIONS, ...options, timeZone: zone })
  formatters.set(key, made)
  return made
}

/** As the locale has it; in British English without a comma behind the weekday, where engines put one by how much stands after it. */
function formatInstant(
  instant: Date | number,
  locale: string,
  zone: string,
  options: Intl.DateTimeFormatOptions,
): string {
  const format = formatter(locale, zone, options)
  if (!options.weekday || !locale.startsWith('en-GB')) return format.format(instant)
  const parts = format.formatToParts(instant)
  return parts
    .map(({ type, value }, index) =>
      type === 'literal' && parts[index - 1]?.type === 'weekday' ? value.replace(',', '') : value,
    )
    .join('')
}

const formatDayWith = (day: Day, locale: string, options: Intl.DateTimeFormatOptions): string =>
  formatInstant(utcMidnight(day), locale, 'UTC', options)

/** 'Thursday 19 November' (en-GB). */
export const formatDay = (day: Day, locale: string): string =>
  formatDayWith(day, locale, { weekday: 'long', day: 'numeric', month: 'long' })

/** 'Thursday 19 November 2026' (en-GB). */
export const formatFullDay = (day: Day, locale: string): string =>
  formatDayWith(day, locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })

/** '19 November 2026' (en-GB). */
export const formatLongDay = (day: Day, locale: string): string =>
  formatDayWith(day, locale, { day: 'numeric', month: 'long', year: 'numeric' })

/** '28 Sept' (en-GB), 'Sep 28' (en-US). */
export const formatShortDay = (day: Day, locale: string): string =>
  formatDayWith(day, locale, { day: 'numeric', month: 'short' })

/**
 * Two days for a sentence from the one to the other: '23' and '29 November' within one month, '30 Nov' and '6 Dec' else; 'November 23'
 * and '29' where the month is said before the day.
 */
export function formatDaysBetween(from: Day, to: Day, locale: string): { from: string; to: string } {
  if (from.slice(0, 7) !== to.slice(0, 7)) return { from: formatShortDay(from, locale), to: formatShortDay(to, locale) }
  const whole = (day: Day) => formatDayWith(day, locale, { day: 'numeric', month: 'long' })
  const parts = formatter(locale, 'UTC', { day: 'numeric', month: 'long' })
    .formatToParts(utcMidnight(from))
    .map(({ type }) => type)
  return parts.indexOf('month') < parts.indexOf('day')
    ? { from: whole(from), to: formatDayNumber(to, locale) }
    : { from: formatDayNumber(from, locale), to: whole(to) }
}

/** 'Thu 19' or '19 Thu': a day in a list that already names its month. */
export const formatDayOfMonth = (day: Day, locale: string): string =>
  formatDayWith(day, locale, { weekday: 'short', day: 'numeric' })

/** '19': a day in a list whose month and weekday stand beside it. */
export const formatDayNumber = (day: Day, locale: string): string => formatDayWith(day, locale, { day: 'numeric' })

/** 'November 2026'. */
export const formatMonth = (day: Day, locale: string): string =>
  formatDayWith(day, locale, { month: 'long', year: 'numeric' })

/** 'November'. */
export const formatMonthName = (day: Day, locale: string): string => formatDayWith(day, locale, { month: 'long' })

/** 'Thursday', 'Thu'. */
export const formatWeekday = (weekday: Weekday, locale: string, length: 'long' | 'short' = 'long'): string =>
  // 5 January 1970 was a Monday.
  formatDayWith(parseDay(`1970-01-${String(weekday + 4).padStart(2, '0')}`), locale, { weekday: length })

/** '17:30' or '5:30 PM', as the locale has it. */
export const formatTime = (instant: Date, locale: string, zone: Zone): string =>
  formatter(locale, zone, { timeStyle: 'short' }).format(instant)

/** 'Fri 03:30': a time that falls on another day for one of two people. */
export const formatTimeWithWeekday = (instant: Date, locale: string, zone: Zone): string =>
  formatInstant(instant, locale, zone, { weekday: 'short', hour: 'numeric', minute: '2-digit' })

/** A time of day as the locale has it, whatever the zone. */
export const formatWallTime = (time: WallTime, locale: string): string =>
  formatter(locale, 'UTC', { timeStyle: 'short' }).format(minutesOf(time) * MINUTE_MS)

/** 'the emotional and the physical': several things as one phrase. */
export const formatList = (parts: readonly string[], locale: string): string =>
  new Intl.ListFormat(locale, { style: 'long', type: 'conjunction' }).format(parts)
