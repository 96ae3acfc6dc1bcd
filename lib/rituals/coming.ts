import { addDays, dayIn, daysBetween, type Day } from '@/lib/time/day'
import type { Zone } from '@/lib/time/zone'
import { dayFor, type Occurrence } from './recurrence'
import { comingOccurrences, occurrencesBetween, type Dated, type DatedOccurrence } from './ritual-dates'
import type { HeldTerms } from './terms'

/** A ritual as far as its dates go. */
export type Recurring = Readonly<{ id: string }> & Dated<HeldTerms>

/** One date of one ritual, under the terms of then. */
export type Coming<R extends Recurring> = Readonly<{ ritual: R }> & DatedOccurrence<HeldTerms>

/** A date as it stands for one person: whether they can mark it by now, and whether they did. */
export type Markable<R extends Recurring> = Coming<R> & Readonly<{ markable: boolean; tookPart: boolean }>

const byStart = (one: Occurrence, other: Occurrence) => one.start.getTime() - other.start.getTime()

/** The next dates of all the rituals together, in order; one that has begun and is not over is among them. */
export const comingDates = <R extends Recurring>(rituals: readonly R[], now: Date, count: number): Coming<R>[] =>
  rituals.flatMap((ritual) => comingOccurrences(ritual, now, count).map((date) => ({ ritual, ...date }))).sort(byStart).slice(0, count)

/** Every date that falls on one of a person's days from the first to the last, over or not, in order. */
export function datesWithin<R extends Recurring>(rituals: readonly R[], zone: Zone, first: Day, last: Day): Coming<R>[] {
  return rituals
    .flatMap((ritual) => occurrencesBetween(ritual, addDays(first, -2), addDays(last, 2)).map((date) => ({ ritual, ...date })))
    .filter(({ start }) => first <= dayFor(start, zone) && dayFor(start, zone) <= last)
    .sort(byStart)
}

/** How far away a date is, as a person says it. */
export type Countdown = Readonly<{ is: 'now' | 'over' | 'today' | 'tomorrow' }> | Readonly<{ is: 'minutes' | 'hours' | 'days'; n: number }>

const MINUTE_MS = 60_000

/** In minutes up to an hour and a half, in hours on the same day of the person's, then in their days. */
export function countdownTo({ start, end }: Pick<Occurrence, 'start' | 'end'>, now: Date, zone: Zone): Countdown {
  if (end <= now) return { is: 'over' }
  const minutes = Math.ceil((start.getTime() - now.getTime()) / MINUTE_MS)
  if (minutes <= 0) return { is: 'now' }
  if (minutes <= 90) return { is: 'minutes', n: minutes }
  const today = dayIn(now, zone)
  const on = dayFor(start, zone)
  if (on === today) return { is: 'hours', n: Math.round(minutes / 60) }
  if (on === addDays(today, 1)) return { is: 'tomorrow' }
  return { is: 'days', n: daysBetween(today, on) }
}
