// When a ritual happens under one version of its terms. Dates are days of the ritual's own zone and follow its wall
// clock over daylight saving; a partner elsewhere sees the same instant by their own clock.
import { addDays, dayIn, daysBetween, weekday, type Day, type Weekday } from '@/lib/time/day'
import { instantOf, type WallTime } from '@/lib/time/wall-time'
import { weekOf, type WeekStart } from '@/lib/time/week'
import type { Zone } from '@/lib/time/zone'

/** How often a ritual can be: every so many weeks. */
export const EVERY_WEEKS = [1, 2, 4] as const
export type EveryWeeks = (typeof EVERY_WEEKS)[number]

/** What decides a ritual's dates. `minutes`: the length. `weekStart`: the couple's, when the terms were made. */
export type Rhythm = Readonly<{
  weekdays: readonly Weekday[]
  startsOn: Day
  everyWeeks: EveryWeeks
  time: WallTime
  minutes: number
  zone: Zone
  weekStart: WeekStart
}>

/** `onDate`: the original date in the ritual's zone, which never changes, even when the occurrence is moved. */
export type Occurrence = Readonly<{ onDate: Day; start: Date; end: Date }>

const MINUTE_MS = 60_000

/** Whether the rhythm has a date on that day. Weeks are counted from the couple's week with `startsOn` in it. */
export function occursOn(rhythm: Rhythm, day: Day): boolean {
  if (day < rhythm.startsOn || !rhythm.weekdays.includes(weekday(day))) return false
  const weeks = daysBetween(weekOf(rhythm.startsOn, rhythm.weekStart).first, weekOf(day, rhythm.weekStart).first) / 7
  return weeks % rhythm.everyWeeks === 0
}

/** The rhythm's dates from one day to another, both included, in order. */
export const datesBetween = (rhythm: Rhythm, fromDay: Day, toDay: Day): Day[] => [...datesFrom(rhythm, fromDay, toDay)]

/** As `datesBetween`, one by one, so that whoever needs the first few does not pay for the rest. */
export function* datesFrom(rhythm: Rhythm, fromDay: Day, toDay: Day): Generator<Day> {
  const from = fromDay > rhythm.startsOn ? fromDay : rhythm.startsOn
  const firstWeek = weekOf(rhythm.startsOn, rhythm.weekStart).first
  const step = 7 * rhythm.everyWeeks
  const offsets = [...new Set(rhythm.weekdays)].map((day) => (day - rhythm.weekStart + 7) % 7).sort((a, b) => a - b)
  const afterLast = daysBetween(firstWeek, toDay)
  for (let week = Math.floor(daysBetween(firstWeek, from) / step) * step; week <= afterLast; week += step) {
    for (const offset of offsets) {
      if (week + offset > afterLast) return
      const date = addDays(firstWeek, week + offset)
      if (date >= from) yield date
    }
  }
}

/** The occurrence on one of the rhythm's dates. Does not check that the day is a date. */
export function occurrenceOn(rhythm: Rhythm, onDate: Day): Occurrence {
  const start = instantOf(onDate, rhythm.time, rhythm.zone)
  return { onDate, start, end: new Date(start.getTime() + rhythm.minutes * MINUTE_MS) }
}

/** The next `count` occurrences that are not over at that instant, in order. One that has begun comes first. */
export function nextOccurrences(rhythm: Rhythm, instant: Date, count: number): Occurrence[] {
  const found: Occurrence[] = []
  if (!rhythm.weekdays.length) return found
  // An occurrence that is still going on began at most its length and a day of shifted clocks ago.
  let from = addDays(dayIn(instant, rhythm.zone), -Math.ceil(rhythm.minutes / 1440) - 1)
  if (from < rhythm.startsOn) from = rhythm.startsOn
  while (found.length < count) {
    const to = addDays(from, 7 * rhythm.everyWeeks - 1)
    const upcoming = datesBetween(rhythm, from, to)
      .map((date) => occurrenceOn(rhythm, date))
      .filter(({ end }) => end > instant)
    found.push(...upcoming.slice(0, count - found.length))
    from = addDays(to, 1)
  }
  return found
}

/** The day an occurrence falls on for a person: the date of its start in their zone. Taking part feeds that day. */
export const dayFor = (start: Date, personZone: Zone): Day => dayIn(start, personZone)
