import { addDays, latestToday, type Day } from '@/lib/time/day'

/** About as long as people remember on which day something was. */
const daysBack = 31

/** The earliest day that may be given to a moment logged now: 31 days before the latest day that has begun on Earth. */
export const firstRecentDay = (now: Date): Day => addDays(latestToday(now), -daysBack)

/**
 * Whether a moment logged now may have this day: it has begun somewhere on Earth, and is not before the first recent
 * day.
 */
export const isRecent = (day: Day, now: Date): boolean => firstRecentDay(now) <= day && day <= latestToday(now)
