import 'server-only'
import { columnOfDay } from '@/lib/db/day-column'
import type { CoupleScope } from '@/lib/db/with-viewer'
import type { Day } from '@/lib/time/day'

/**
 * The condition for the couple's feedings from a day to a day: none before the day on which they paired, whatever has
 * such a date. Every read of the feeding view takes its condition from here, which the linter demands.
 */
export function feedingsBetween({ viewer: { coupleId, startedOn } }: CoupleScope, first: Day, last: Day) {
  return {
    coupleId,
    day: { gte: columnOfDay(first < startedOn ? startedOn : first), lte: columnOfDay(last) },
  }
}
