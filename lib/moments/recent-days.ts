import { addDays, dayIn, latestToday, type Day } from '@/lib/time/day'
import type { Zone } from '@/lib/time/zone'

/** About as long as people remember on which day something was. */
const daysBack = 31

/** Whether a day is at most 31 days before today. */
export const isRecentOn = (day: Day, today: Day): boolean => addDays(today, -daysBack) <= day

/** The earliest day that a person may give to a moment now: 31 days before today in their zone. */
const firstRecentDay = (now: Date, zone: Zone): Day => addDays(dayIn(now, zone), -daysBack)

/** The earliest day that a person may choose for a moment: none before the day on which the two paired. */
export function firstDayFor(startedOn: Day, now: Date, zone: Zone): Day {
  const recent = firstRecentDay(now, zone)
  return recent > startedOn ? recent : startedOn
}

/**
 * Whether a person may give this day to a moment now: it has begun somewhere on Earth, as they may travel, and is not
 * before their first recent day.
 */
export const isRecent = (day: Day, now: Date, zone: Zone): boolean =>
  firstRecentDay(now, zone) <= day && day <= latestToday(now)
