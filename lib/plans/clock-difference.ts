import { minutesAhead, type Zone } from '@/lib/time/zone'
import { addDays, daysFrom, type Day } from '@/lib/time/day'
import { instantOf, parseWallTime } from '@/lib/time/wall-time'

/** A day on which the difference of two clocks changes, and the difference from then on. */
type ClockChange = Readonly<{ on: Day; minutes: number }>

/** How many minutes one clock is ahead of another (negative: behind) at first, and each change after that. */
export type TimeDifference = Readonly<{ minutes: number; changes: readonly ClockChange[] }>

const MINUTE_MS = 60_000

/**
 * Compares two clocks over days of the first zone. What counts of a day is how it ends: two changes in one night, an
 * hour apart, are no change. There can be two in a week, where each of the zones changes on a day of its own.
 */
export function compareClocks(mine: Zone, theirs: Zone, first: Day, last: Day): TimeDifference {
  const midnight = (day: Day) => instantOf(day, parseWallTime('00:00'), mine).getTime()
  const difference = (time: number) => minutesAhead(mine, theirs, new Date(time))
  const minutes = difference(midnight(first))
  const changes: ClockChange[] = []
  for (const day of daysFrom(first, last)) {
    const atEnd = difference(midnight(addDays(day, 1)) - MINUTE_MS)
    if (atEnd !== (changes.at(-1)?.minutes ?? minutes)) changes.push({ on: day, minutes: atEnd })
  }
  return { minutes, changes }
}
