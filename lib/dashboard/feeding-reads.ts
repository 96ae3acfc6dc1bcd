import 'server-only'
import { columnOfDay } from '@/lib/db/day-column'
import { selectFed } from '@/lib/db/plan-sql'
import type { CoupleScope } from '@/lib/db/with-viewer'
import type { Day } from '@/lib/time/day'

/**
 * The condition for the couple's feedings from a day to a day: none before the day on which they paired, whatever has
 * such a date. Every read of the feeding view takes its condition from here, which the linter demands.
 */
export function feedingsBetween(scope: CoupleScope, first: Day, last: Day) {
  return {
    coupleId: scope.viewer.coupleId,
    day: { gte: columnOfDay(firstThatCounts(scope, first)), lte: columnOfDay(last) },
  }
}

const firstThatCounts = ({ viewer: { startedOn } }: CoupleScope, first: Day): Day =>
  first < startedOn ? startedOn : first

/** Reads what fed the couple from a day to a day, as `feedingsBetween` counts it: each person, type and day once. One statement. */
export const readFed = (scope: CoupleScope, first: Day, last: Day): ReturnType<typeof selectFed> =>
  selectFed(scope, firstThatCounts(scope, first), last)
