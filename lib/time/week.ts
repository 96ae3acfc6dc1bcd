// A couple's week begins on the weekday the couple chose. Its fourth day decides its ISO week number and its month,
// since at least four of its seven days are in them.
import type { $brand } from 'zod'
import { addDays, daysBetween, monthOfDay, parseDay, weekday, type Day, type Month } from '@/lib/time/day'

/** The weekday a couple's week begins on: Monday, Saturday or Sunday. */
export type WeekStart = 1 | 6 | 7
export const WEEK_STARTS: readonly WeekStart[] = [1, 6, 7]
export const isWeekStart = (value: number): value is WeekStart => WEEK_STARTS.some((start) => start === value)

/** 'YYYY-Www': the ISO week that holds the fourth day of a couple's week. */
export type WeekId = string & $brand<'WeekId'>

/** Seven days, both ends included. */
export type Week = Readonly<{ id: WeekId; first: Day; last: Day }>

const firstIsoMonday = (year: number): Day => {
  // ISO 8601: the first week is the one that holds 4 January.
  const fourth = parseDay(`${String(year).padStart(4, '0')}-01-04`)
  return addDays(fourth, 1 - weekday(fourth))
}

function isoWeekId(day: Day): WeekId {
  const thursday = addDays(day, 4 - weekday(day))
  const year = Number(thursday.slice(0, 4))
  const number = Math.floor(daysBetween(firstIsoMonday(year), thursday) / 7) + 1
  return `${thursday.slice(0, 4)}-W${String(number).padStart(2, '0')}` as WeekId
}

const fourthDay = (week: Week): Day => addDays(week.first, 3)

const weekFrom = (first: Day): Week => ({ id: isoWeekId(addDays(first, 3)), first, last: addDays(first, 6) })

/** The couple's week that holds a day. */
export function weekOf(day: Day, weekStart: WeekStart): Week {
  return weekFrom(addDays(day, -((weekday(day) - weekStart + 7) % 7)))
}

/** Whether a text is 'YYYY-Www' and names an ISO week that exists. */
export function isWeekId(text: string): text is WeekId {
  const [, year, number] = /^(\d{4})-W(\d\d)$/.exec(text) ?? []
  if (year === undefined || number === undefined || year === '0000' || year === '9999') return false
  // The number exists when counting so many weeks on from the year's first Monday stays in that ISO year.
  return Number(number) >= 1 && isoWeekId(addDays(firstIsoMonday(Number(year)), 7 * (Number(number) - 1))) === text
}

/** The couple's week with that id. Throws a RangeError for a week that does not exist ('2027-W53'). */
export function parseWeek(id: string, weekStart: WeekStart): Week {
  if (!isWeekId(id)) throw new RangeError(`Not a week: ${id.slice(0, 20)}`)
  const monday = addDays(firstIsoMonday(Number(id.slice(0, 4))), 7 * (Number(id.slice(6)) - 1))
  // The fourth day of a week that begins on Monday, Saturday, Sunday is Thursday, Tuesday, Wednesday.
  return weekFrom(addDays(monday, -((8 - weekStart) % 7)))
}

/** The month that a week belongs to: that of its fourth day. */
export const monthOfWeek = (week: Week): Month => monthOfDay(fourthDay(week))

/** The last `count` weeks, oldest first; the last one holds `day`. */
export function weeksUpTo(day: Day, weekStart: WeekStart, count: number): Week[] {
  const { first } = weekOf(day, weekStart)
  return Array.from({ length: count }, (_, index) => weekFrom(addDays(first, 7 * (index - count + 1))))
}

// A method in the current standard, a property in Node 20 and older browsers, and missing from TypeScript's ES2023.
type WeekInfo = { firstDay?: number }
type LocaleWithWeekInfo = Intl.Locale & { getWeekInfo?: () => WeekInfo; weekInfo?: WeekInfo }

/** The day on which a locale's weeks begin, if a couple can choose it; else Monday, also for a malformed tag. */
export function weekStartOf(localeTag: string): WeekStart {
  try {
    const locale: LocaleWithWeekInfo = new Intl.Locale(localeTag)
    const firstDay = (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? 1
    return isWeekStart(firstDay) ? firstDay : 1
  } catch {
    return 1
  }
}
