// A calendar day is not an instant: it has no zone and no clock. All arithmetic is done at UTC midnight, where every
// day has 24 hours, so nothing here depends on the zone of the machine.
import type { $brand } from 'zod'
import { memoize } from '@/lib/memoize'
import { offsetMinutes, type Zone } from '@/lib/time/zone'

/** A day of the Gregorian calendar as 'YYYY-MM-DD', years 0000 to 9999. Days compare with < and > as strings do. */
export type Day = string & $brand<'Day'>

/** A month as 'YYYY-MM'. */
export type Month = string & $brand<'Month'>

/** ISO 8601: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7
export const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

// A page counts with the same hundred days all over: looking one up costs a tenth of reading or writing its text.
const MAX_DAYS = 5000

/** Whether a text is 'YYYY-MM-DD' and names a day that exists. */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const midnight = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text)
}

/** Parses 'YYYY-MM-DD'. Throws a RangeError for anything but a day that exists ('2027-02-29' does not). */
export function parseDay(text: string): Day {
  if (!isDay(text)) throw new RangeError(`Not a calendar day: ${text.slice(0, 40)}`)
  return text
}

/**
 * UTC midnight of the day, as milliseconds since 1970: for arithmetic and for Intl with the zone UTC, never as "when".
 */
export const utcMidnight = memoize(MAX_DAYS, (day: Day): number => Date.parse(`${day}T00:00:00Z`))

/** The UTC day of an instant in milliseconds since 1970. Throws a RangeError outside the years 0000 to 9999. */
export const dayOfUtc = (milliseconds: number): Day => dayAfter1970(Math.floor(milliseconds / DAY_MS))

const dayAfter1970 = memoize(MAX_DAYS, (days: number): Day => {
  const text = new Date(days * DAY_MS).toISOString()
  // Years outside are written with a sign and six digits.
  if (text.length !== 24) throw new RangeError('Not a day of the years 0000 to 9999.')
  return text.slice(0, 10) as Day
})

/** Adds days; a negative count goes back. Throws a RangeError outside the years 0000 to 9999. */
export const addDays = (day: Day, days: number): Day => dayOfUtc(utcMidnight(day) + days * DAY_MS)

/** How many days `to` is after `from`; negative if it is before. */
export const daysBetween = (from: Day, to: Day): number => (utcMidnight(to) - utcMidnight(from)) / DAY_MS

/** Every day from the first to the last, both included; empty if the last is before the first. */
export function daysFrom(first: Day, last: Day): Day[] {
  return Array.from({ length: Math.max(0, daysBetween(first, last) + 1) }, (_, index) => addDays(first, index))
}

/** The weekday of a day, by ISO 8601. */
export function weekday(day: Day): Weekday {
  // 1970-01-01 was a Thursday.
  const sinceMonday = (((utcMidnight(day) / DAY_MS + 3) % 7) + 7) % 7
  return WEEKDAYS[sinceMonday] ?? 1
}

/** The month that holds a day. */
export const monthOfDay = (day: Day): Month => day.slice(0, 7) as Month

/** The calendar day in the zone at that instant. */
export const dayIn = (instant: Date, zone: Zone): Day =>
  dayOfUtc(instant.getTime() + offsetMinutes(zone, instant) * MINUTE_MS)

// Clocks on Earth run from UTC-12 (Baker Island) to UTC+14 (Kiritimati).

/** The latest day that anybody on Earth can call today. */
export const latestToday = (instant: Date): Day => dayOfUtc(instant.getTime() + 14 * HOUR_MS)

/** The earliest day that anybody on Earth can still call today. A day before it is over for everybody. */
export const earliestToday = (instant: Date): Day => dayOfUtc(instant.getTime() - 12 * HOUR_MS)

/** Whether the day is today for somebody on Earth. */
export const isTodaySomewhere = (day: Day, instant: Date): boolean =>
  earliestToday(instant) <= day && day <= latestToday(instant)

/** The later of two people's todays. A picture that both see ends with it, so that both see the same one. */
export function latestDayOf(instant: Date, zones: readonly [Zone, Zone]): Day {
  const [first, second] = [dayIn(instant, zones[0]), dayIn(instant, zones[1])]
  return first > second ? first : second
}

/** The earlier of two people's todays. */
export function earliestDayOf(instant: Date, zones: readonly [Zone, Zone]): Day {
  const [first, second] = [dayIn(instant, zones[0]), dayIn(instant, zones[1])]
  return first < second ? first : second
}
