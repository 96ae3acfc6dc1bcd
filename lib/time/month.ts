// Calendar months, and the couple's weeks that belong to one: those whose fourth day is in it.
import { addDays, dayOfUtc, monthOfDay, parseDay, type Day, type Month } from '@/lib/time/day'
import { monthOfWeek, weekOf, type Week, type WeekStart } from '@/lib/time/week'

/** Whether a text is 'YYYY-MM'. */
export const isMonth = (text: string): text is Month => /^\d{4}-(0[1-9]|1[0-2])$/.test(text)

/** Parses 'YYYY-MM'. Throws a RangeError for anything else. */
export function parseMonth(text: string): Month {
  if (!isMonth(text)) throw new RangeError(`Not a month: ${text.slice(0, 20)}`)
  return text
}

export const firstDayOf = (month: Month): Day => parseDay(`${month}-01`)
export const lastDayOf = (month: Month): Day => addDays(firstDayOf(addMonths(month, 1)), -1)

/** Adds months; a negative count goes back. Throws a RangeError outside the years 0000 to 9999. */
export function addMonths(month: Month, count: number): Month {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))]
  const instant = new Date(0)
  instant.setUTCFullYear(year, number - 1 + count, 1)
  return monthOfDay(dayOfUtc(instant.getTime()))
}

/** Every month from the last back to the first; empty if the last is before the first. */
export function monthsBack(last: Month, first: Month): Month[] {
  const months: Month[] = []
  for (let month = last; month >= first; month = addMonths(month, -1)) months.push(month)
  return months
}

/** The couple's weeks that belong to a month, four or five, oldest first. */
export function weeksOfMonth(month: Month, weekStart: WeekStart): Week[] {
  const begins = weekOf(firstDayOf(month), weekStart)
  return Array.from({ length: 6 }, (_, index) => weekOf(addDays(begins.first, 7 * index), weekStart)).filter(
    (week) => monthOfWeek(week) === month,
  )
}
