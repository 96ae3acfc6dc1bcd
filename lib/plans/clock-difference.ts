import { minutesAhead, type Zone } from '@/lib/time/zone'
import { addDays, dayIn, type Day } from '@/lib/time/day'
import { instantOf, parseWallTime } from '@/lib/time/wall-time'

/** How many minutes one clock is ahead of another (negative: behind). `then`: the difference from a later day on. */
export type TimeDifference = Readonly<{ minutes: number; then: Readonly<{ minutes: number; on: Day }> | null }>

const HOUR_MS = 3_600_000

/**
 * Compares two clocks over days of the first zone, hour by hour. If the difference changes more than once, `then` has
 * the day of the first change and the difference at the end.
 */
export function compareClocks(mine: Zone, theirs: Zone, first: Day, last: Day): TimeDifference {
  const midnight = parseWallTime('00:00')
  const [from, to] = [
    instantOf(first, midnight, mine).getTime(),
    instantOf(addDays(last, 1), midnight, mine).getTime() - HOUR_MS,
  ]
  const minutes = minutesAhead(mine, theirs, new Date(from))
  for (let time = from; time <= to; time += HOUR_MS) {
    if (minutesAhead(mine, theirs, new Date(time)) !== minutes)
      return { minutes, then: { minutes: minutesAhead(mine, theirs, new Date(to)), on: dayIn(new Date(time), mine) } }
  }
  return { minutes, then: null }
}
