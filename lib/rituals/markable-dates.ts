import { addDays, dayIn, daysBetween } from '@/lib/time/day'
import type { Zone } from '@/lib/time/zone'
import { dayFor } from './recurrence'
import { occurrencesBetween, type RitualDates, type DatedOccurrence, type HeldRhythm } from './ritual-dates'

/** For how many days after a date a person can say that they took part. */
export const MARK_DAYS = 31

/** Whether a person can mark an occurrence now: from its day in their zone, for `MARK_DAYS`. */
export function canMark(start: Date, zone: Zone, now: Date): boolean {
  const back = daysBetween(dayFor(start, zone), dayIn(now, zone))
  return back >= 0 && back <= MARK_DAYS
}

/** The dates that a person can mark now, newest first. Today's is among them, begun or not. */
export function markableDates<T extends HeldRhythm>(
  ritual: RitualDates<T>,
  zone: Zone,
  now: Date,
): DatedOccurrence<T>[] {
  const today = dayIn(now, zone)
  // A ritual's day and a person's day are at most a day and some hours apart, so two more days on either side find
  // every date.
  return occurrencesBetween(ritual, addDays(today, -MARK_DAYS - 2), addDays(today, 2))
    .filter(({ start }) => canMark(start, zone, now))
    .reverse()
}
