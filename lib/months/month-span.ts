// When there is a month to look at: from the one in which the two became two to the present one, by the calendar of whoever looks.
import { addDays, monthOfDay, type Day, type Month } from '@/lib/time/day'
import { addMonths, firstDayOf, lastDayOf } from '@/lib/time/month'

/** Days at a month's end, and after it, on which Today leads to it. */
const DAYS_NEAR_END = 7

type PairedSpan = Readonly<{ paired: Day; today: Day }>

/** Whether the two have such a month, yet. */
export const hasMonth = (month: Month, { paired, today }: PairedSpan): boolean =>
  monthOfDay(paired) <= month && month <= monthOfDay(today)

/** The month that Today leads to: the present one in its last seven days, the one before in the first seven of the next; else none. */
export function monthToLookAt({ paired, today }: PairedSpan): Month | null {
  const month = monthOfDay(today)
  if (today > addDays(lastDayOf(month), -DAYS_NEAR_END)) return month
  const before = addMonths(month, -1)
  return today < addDays(firstDayOf(month), DAYS_NEAR_END) && hasMonth(before, { paired, today }) ? before : null
}
