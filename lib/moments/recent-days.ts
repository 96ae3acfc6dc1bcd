import { addDays, latestToday, type Day } from '@/lib/time/day'

/** As long as people remember on which day something was. */
const daysBack = 31

/** The earliest day that a moment logged at this instant may have: 31 days before the latest day that has begun on Earth. */
export const firstRecentDay = (now: Date): Day => addDays(latestToday(now), -daysBack)

/** Whether a moment logged at this instant may have the day: one that has begun somewhere, and not longer ago. */
export const isRecent = (day: Day, now: Date): boolean => firstRecentDay(now) <= day && day <= latestToday(now)
