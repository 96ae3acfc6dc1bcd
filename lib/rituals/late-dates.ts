import { addDays, dayIn, daysBetween, type Day } from '@/lib/time/day'
import type { Zone } from '@/lib/time/zone'
import { dayFor, occurrenceOn, occurrences, type Occurrence, type Rhythm } from './recurrence'

/** How many days back one can say that one took part. */
export const MARK_DAYS = 31

/** Whether a person can say now that they took part: from the day the date has for them, 31 days on. */
export function canMark(start: Date, zone: Zone, now: Date): boolean {
  const back = daysBetween(dayFor(start, zone), dayIn(now, zone))
  return back >= 0 && back <= MARK_DAYS
}

/** The ritual's dates of the last weeks that a person can mark, newest first. One that is on today is there, begun or not. */
export function lateDates(rhythm: Rhythm, zone: Zone, now: Date): Occurrence[] {
  const today: Day = dayIn(now, rhythm.zone)
  // Two people's days are at most a day and some hours apart, so two more on either side hold every candidate.
  return occurrences(rhythm, addDays(today, -MARK_DAYS - 2), addDays(today, 2))
    .map((date) => occurrenceOn(rhythm, date))
    .filter(({ start }) => canMark(start, zone, now))
    .reverse()
}
