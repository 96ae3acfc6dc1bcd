// The months of a couple: from that of the day on which they paired, the same for both, to the viewer's present one.
import { addDays, monthOfDay, type Day, type Month } from '@/lib/time/day'
import { addMonths, firstDayOf, lastDayOf } from '@/lib/time/month'

/** For so many days before and after a month's end, Today links to it. */
const DAYS_NEAR_END = 7

type PairedSpan = Readonly<{ startedOn: Day; today: Day }>

/** Whether the couple has this month: not before they paired, and not in the future. */
export const hasMonth = (month: Month, { startedOn, today }: PairedSpan): boolean =>
  monthOfDay(startedOn) <= month && month <= monthOfDay(today)

/**
 * The month that Today links to: the present one in its last seven days, or the one before in the next one's first
 * seven.
 */
export function monthToLookAt({ startedOn, today }: PairedSpan): Month | null {
  const present = monthOfDay(today)
  const isNearEnd = today > addDays(lastDayOf(present), -DAYS_NEAR_END)
  const month = isNearEnd ? present : addMonths(present, -1)
  const isNear = isNearEnd || today < addDays(firstDayOf(present), DAYS_NEAR_END)
  return isNear && hasMonth(month, { startedOn, today }) ? month : null
}
