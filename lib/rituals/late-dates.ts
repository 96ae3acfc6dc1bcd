import { addDays, dayIn, daysBetween } from '@/lib/time/day'
import type { Zone } from '@/lib/time/zone'
import { dayFor } from './recurrence'
import { occurrencesBetween, type RitualDates, type DatedOccurrence, type HeldRhythm } from './ritual-dates'

/** How many days back one can say that one took part. */
export const MARK_DAYS = 31

/** Whether a person can say now that they took part: from the day the date has for them, 31 days on. */
export function canMark(start: Date, zone: Zone, now: Date): boolean {
  const back = daysBetween(dayFor(start, zone), dayIn(now, zone))
  return back >= 0 && back <= MARK_DAYS
}

/** The ritual's dates of the last weeks that a person can mark, newest first. One that is on today is there, begun or not. */
export function lateDates<T extends HeldRhythm>(ritual: RitualDates<T>, zone: Zone, now: Date): DatedOccurrence<T>[] {
  const today = dayIn(now, zone)
  // Two people's days, and those of a ritual's clock, are at most a day and some hours apart: two more on either side hold every candidate.
  return occurrencesBetween(ritual, addDays(today, -MARK_DAYS - 2), addDays(today, 2))
    .filter(({ start }) => canMark(start, zone, now))
    .reverse()
}
