// The same rhythm by two clocks. Each person reads and types days and times by their own; a ritual keeps those of its zone.
import { addDays, dayIn, daysBetween, WEEKDAYS, type Day, type Weekday } from '@/lib/time/day'
import { instantOf, wallTimeIn } from '@/lib/time/wall-time'
import { sameZone, type Zone } from '@/lib/time/zone'
import { datesFrom, type Rhythm } from './recurrence'

/** The first date of a rhythm, a day of its own zone; null while it has no weekdays. */
export function firstDateOf(rhythm: Rhythm): Day | null {
  const [first = null] = datesFrom(rhythm, rhythm.startsOn, addDays(rhythm.startsOn, 7 * rhythm.everyWeeks))
  return first
}

/**
 * The rhythm by the clock of another zone: it begins at the same instant. Its weekdays move with the first date, where
 * that is on another day there. Later dates follow the new zone, so they can be apart from the given rhythm's once clocks
 * change in one of the two.
 */
export function byClockOf(rhythm: Rhythm, zone: Zone): Rhythm {
  const first = firstDateOf(rhythm)
  if (sameZone(rhythm.zone, zone) || first === null) return { ...rhythm, zone }
  const start = instantOf(first, rhythm.time, rhythm.zone)
  const day = dayIn(start, zone)
  const shift = daysBetween(first, day)
  const moved: Rhythm = {
    ...rhythm,
    zone,
    time: wallTimeIn(start, zone),
    weekdays: rhythm.weekdays.map((weekday) => shiftWeekday(weekday, shift)).sort((a, b) => a - b),
    startsOn: addDays(rhythm.startsOn, shift),
  }
  // Weeks are counted from the one with `startsOn`: of a rhythm of every second week, it must be the first date's.
  return firstDateOf(moved) === day ? moved : { ...moved, startsOn: day }
}

const shiftWeekday = (weekday: Weekday, days: number): Weekday => WEEKDAYS[(weekday - 1 + days + 14) % 7] ?? weekday
