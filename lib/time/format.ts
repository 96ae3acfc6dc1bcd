// Formats days and times for a locale made by `localeFor`. Locale and zone are always arguments, never the machine's
// own.
import { memoize } from '@/lib/memoize'
import { parseDay, utcMidnight, type Day, type Weekday } from '@/lib/time/day'
import { minutesOf, type WallTime } from '@/lib/time/wall-time'
import type { Zone } from '@/lib/time/zone'

const MINUTE_MS = 60_000

// Set whatever the region: a Thai region counts other years and an Arabic one uses other digits, inside English text.
const FIXED_OPTIONS = { calendar: 'gregory', numberingSystem: 'latn' } as const

type Options = Intl.DateTimeFormatOptions

// Making a formatter costs about a hundred times more than using one, and few combinations are in use: it is kept for each locale and
// zone. So is the text of a day, which a page writes again and again.
const formatterWith = (options: Options) => {
  const formatterFor = memoize(200, (key: string) => {
    const [locale, zone] = key.split(' ')
    return new Intl.DateTimeFormat(locale, { ...FIXED_OPTIONS, ...options, timeZone: zone })
  })
  return (locale: string, zone: string) => formatterFor(`${locale} ${zone}`)
}

// Engines disagree on the space before AM and PM: the server and every browser must write the same one.
const withPlainSpaces = (text: string): string => text.replaceAll(/[\u00A0\u202F]/g, ' ')

/** Formats an instant without the comma after the weekday. */
function withoutComma(format: Intl.DateTimeFormat, instant: Date | number): string {
  const parts = format.formatToParts(instant)
  const text = parts
    .map(({ type, value }, index) =>
      type === 'literal' && parts[index - 1]?.type === 'weekday' ? value.replace(',', '') : value,
    )
    .join('')
  return withPlainSpaces(text)
}

const dayFormat = (options: Options): ((day: Day, locale: string) => string) => {
  const formatterFor = formatterWith(options)
  const textOf = memoize(1000, (key: string) => {
    const [day, locale] = key.split(' ') as [Day, string]
    const format = formatterFor(locale, 'UTC')
    // In British English, engines disagree on the comma after the weekday.
    return locale.startsWith('en-GB')
      ? withoutComma(format, utcMidnight(day))
      : withPlainSpaces(format.format(utcMidnight(day)))
  })
  return (day, locale) => textOf(`${day} ${locale}`)
}

/** Names the year of a day of another year than `today`. */
const withOtherYear =
  (inYear: (day: Day, locale: string) => string, full: (day: Day, locale: string) => string) =>
  (day: Day, locale: string, today: Day): string =>
    (day.slice(0, 4) === today.slice(0, 4) ? inYear : full)(day, locale)

/** 'Thursday 19 November' (en-GB), for a day whose year goes without saying. */
export const formatDayInYear = dayFormat({ weekday: 'long', day: 'numeric', month: 'long' })

/** 'Thursday 19 November 2026' (en-GB). */
export const formatFullDay = dayFormat({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })

/** 'Thursday 19 November' (en-GB), with the year if it is not the year of `today`. */
export const formatDay = withOtherYear(formatDayInYear, formatFullDay)

/** '19 November 2026' (en-GB). */
export const formatLongDay = dayFormat({ day: 'numeric', month: 'long', year: 'numeric' })

/** '28 Sept' (en-GB), 'Sep 28' (en-US), for a day on an axis, or under its year. */
export const formatShortDayInYear = dayFormat({ day: 'numeric', month: 'short' })

/** '28 Sept' (en-GB), 'Sep 28' (en-US), with the year if it is not the year of `today`. */
export const formatShortDay = withOtherYear(
  formatShortDayInYear,
  dayFormat({ day: 'numeric', month: 'short', year: 'numeric' }),
)

/**
 * Formats two days for "from … to …": '23' and '29 November' within one month ('November 23' and '29' where the locale
 * puts the month first), else '30 Nov' and '6 Dec'. Each has its year if that is not the year of `today`, the first
 * only where the second has another one.
 */
export function formatDaysBetween(from: Day, to: Day, locale: string, today: Day): { from: string; to: string } {
  const sameYear = from.slice(0, 4) === to.slice(0, 4)
  if (from.slice(0, 7) !== to.slice(0, 7))
    return { from: formatShortDay(from, locale, sameYear ? from : today), to: formatShortDay(to, locale, today) }
  if (to.slice(0, 4) !== today.slice(0, 4))
    return {
      from: isMonthFirst(locale) ? formatDayAndMonth(from, locale) : formatDayNumber(from, locale),
      to: formatLongDay(to, locale),
    }
  return isMonthFirst(locale)
    ? { from: formatDayAndMonth(from, locale), to: formatDayNumber(to, locale) }
    : { from: formatDayNumber(from, locale), to: formatDayAndMonth(to, locale) }
}

const DAY_AND_MONTH = { day: 'numeric', month: 'long' } as const
const formatDayAndMonth = dayFormat(DAY_AND_MONTH)

const isMonthFirst = memoize(100, (locale: string): boolean => {
  const parts = new Intl.DateTimeFormat(locale, { ...FIXED_OPTIONS, ...DAY_AND_MONTH }).formatToParts(0)
  return parts.findIndex(({ type }) => type === 'month') < parts.findIndex(({ type }) => type === 'day')
})

const isDayFirst = memoize(100, (locale: string): boolean => {
  const whole = { weekday: 'short', day: 'numeric', month: 'short' } as const
  const parts = new Intl.DateTimeFormat(locale, { ...FIXED_OPTIONS, ...whole }).formatToParts(0)
  return parts.findIndex(({ type }) => type === 'day') < parts.findIndex(({ type }) => type === 'weekday')
})

/**
 * 'Thu 19': a day in a list that already names its month, in the order of a whole date. Asked for these two alone, engines
 * write '19 Thu' in American English, where the date itself begins with its weekday.
 */
export function formatDayOfMonth(day: Day, locale: string): string {
  const parts = [weekdayFormats.short(day, locale), formatDayNumber(day, locale)]
  return (isDayFirst(locale) ? parts.reverse() : parts).join(' ')
}

/** 'Thu 19 Nov' (en-GB), with the year if it is not the year of `today`. */
export const formatDayBriefly = withOtherYear(
  dayFormat({ weekday: 'short', day: 'numeric', month: 'short' }),
  dayFormat({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }),
)

/** '19': a day in a list that already names its month and weekday. */
export const formatDayNumber = dayFormat({ day: 'numeric' })

/** 'November 2026'. */
export const formatMonth = dayFormat({ month: 'long', year: 'numeric' })

/** 'November'. */
export const formatMonthName = dayFormat({ month: 'long' })

const weekdayFormats = { long: dayFormat({ weekday: 'long' }), short: dayFormat({ weekday: 'short' }) } as const

/** 'Thursday', 'Thu'. */
export const formatWeekday = (weekday: Weekday, locale: string, length: 'long' | 'short' = 'long'): string =>
  // 5 January 1970 was a Monday.
  weekdayFormats[length](parseDay(`1970-01-${String(weekday + 4).padStart(2, '0')}`), locale)

const timeFormat = formatterWith({ timeStyle: 'short' })
const timeWithWeekdayFormat = formatterWith({ weekday: 'short', hour: 'numeric', minute: '2-digit' })

/** '17:30' (en-GB), '5:30 PM' (en-US). */
export const formatTime = (instant: Date, locale: string, zone: Zone): string =>
  withPlainSpaces(timeFormat(locale, zone).format(instant))

/** 'Fri 03:30' (en-GB): a time that is on different days for two people. */
export const formatTimeWithWeekday = (instant: Date, locale: string, zone: Zone): string =>
  withoutComma(timeWithWeekdayFormat(locale, zone), instant)

/** '17:30' (en-GB), '5:30 PM' (en-US): a time of day without a zone. */
export const formatWallTime = (time: WallTime, locale: string): string =>
  withPlainSpaces(timeFormat(locale, 'UTC').format(minutesOf(time) * MINUTE_MS))

const listFormat = memoize(100, (locale: string) => new Intl.ListFormat(locale, { style: 'long', type: 'conjunction' }))

/** Joins a list: 'the emotional and the physical'. */
export const formatList = (parts: readonly string[], locale: string): string => listFormat(locale).format(parts)
