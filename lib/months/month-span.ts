// The months of a couple: from the one in which they paired to the present one, by the viewer's own calendar.
import { addDays, monthOfDay, type Day, type Month } from '@/lib/time/day'
import { addMonths, firstDayOf, lastDayOf } from '@/lib/time/month'

/** For so many days before and after a month's end, Today links to it. */
const DAYS_NEAR_END = 7

type PairedSpan = Readonly<{ paired: Day; today: Day }>

/** Whether the couple has this month: not before they paired, and not in the future. */
export const hasMonth = (month: Month, { paired, today }: PairedSpan): boolean =>
  monthOfDay(paired) <= month && month <= monthOfDay(today)

/**
 * The month that Today links to: the present one in its last seven days, or the one before in the next one's first
 * seven.
 */
export function monthToLookAt({ paired, today }: PairedSpan): Month | null {
  const month = monthOfDay(today)
  if (today > addDays(lastDayOf(month), -DAYS_NEAR_END)) return month
  const before = addMonths(month, -1)
  return today < addDays(firstDayOf(month), DAYS_NEAR_END) && hasMonth(before, { paired, today }) ? before : null
}
