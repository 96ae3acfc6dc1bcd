import { minutesAhead, type Zone } from '@/lib/time/zone'
import { addDays, dayIn, type Day } from '@/lib/time/day'
import { instantOf, parseWallTime } from '@/lib/time/wall-time'

/** How far one clock is ahead of another's, in minutes (negative: behind), and from which day on it is otherwise. */
export type TimeDifference = Readonly<{ minutes: number; then: Readonly<{ minutes: number; on: Day }> | null }>

const HOUR_MS = 3_600_000

/** How far apart two clocks are through days of the first one's. Looks at every hour; of several changes it tells the first and where it ends. */
export function compareClocks(mine: Zone, theirs: Zone, first: Day, last: Day): TimeDifference {
  const midnight = parseWallTime('00:00')
  const [from, to] = [
    instantOf(first, midnight, mine).getTime(),
    instantOf(addDays(last, 1), midnight, mine).getTime() - HOUR_MS,
  ]
  const minutes = minutesAhead(mine, theirs, new Date(from))
  for (let index = from; index <= to; index += HOUR_MS) {
    if (minutesAhead(mine, theirs, new Date(index)) !== minutes)
      return { minutes, then: { minutes: minutesAhead(mine, theirs, new Date(to)), on: dayIn(new Date(index), mine) } }
  }
  return { minutes, then: null }
}
