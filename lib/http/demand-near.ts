import { LIMITS } from '@/lib/limits'
import { addDays, dayIn, type Day } from '@/lib/time/day'
import type { Zone } from '@/lib/time/zone'
import { Problem } from './problem'

/** Throws too-much for a day that is further ahead of the viewer's today than `daysAhead`. */
export function demandNear(day: Day, { zone, now }: Readonly<{ zone: Zone; now: Date }>): void {
  if (day > addDays(dayIn(now, zone), LIMITS.daysAhead)) throw new Problem('too-much', { limit: 'daysAhead' })
}
