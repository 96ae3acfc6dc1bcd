// Formats days and times for a locale made by `localeFor`. Locale and zone are always arguments, never the machine's
// own.
import { memoize } from '@/lib/memoize'
import { parseDay, utcMidnight, type Day, type Weekday } from '@/lib/time/day'
import { minutesOf, type WallTime } from '@/lib/time/wall-time'
import type { Zone } from '@/lib/time/zone'

const MINUTE_MS = 60_000

// Set whatever the region: a Thai region counts other years and an Arabic one uses other digits, inside English text.
const FIXED_OPTIONS = { calendar: 'gregory', numberingSystem: 'latn' } as const

// Making a formatter costs about a hundred times more than using one, and few combinations are in use.
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

/** Formats an instant. In British English, engines disagree on the comma after the weekday, so it is removed. */
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
 * Formats two days for "from … to …": '23' and '29 November' within one month ('November 23' and '29' where the locale
 * puts the month first), else '30 Nov' and '6 Dec'.
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

/** '19': a day in a list that already names its month and weekday. */
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

/** '17:30' (en-GB), '5:30 PM' (en-US). */
export const formatTime = (instant: Date, locale: string, zone: Zone): string =>
  formatter(locale, zone, { timeStyle: 'short' }).format(instant)

/** 'Fri 03:30' (en-GB): a time that is on different days for two people. */
export const formatTimeWithWeekday = (instant: Date, locale: string, zone: Zone): string =>
  formatInstant(instant, locale, zone, { weekday: 'short', hour: 'numeric', minute: '2-digit' })

/** '17:30' (en-GB), '5:30 PM' (en-US): a time of day without a zone. */
export const formatWallTime = (time: WallTime, locale: string): string =>
  formatter(locale, 'UTC', { timeStyle: 'short' }).format(minutesOf(time) * MINUTE_MS)

const listFormat = memoize(100, (locale: string) => new Intl.ListFormat(locale, { style: 'long', type: 'conjunction' }))

/** Joins a list: 'the emotional and the physical'. */
export const formatList = (parts: readonly string[], locale: string): string => listFormat(locale).format(parts)
