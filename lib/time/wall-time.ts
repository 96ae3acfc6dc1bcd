// Wall time: what a clock in some zone shows, and the instant at which it does.
import type { $brand } from 'zod'
import { memoize } from '@/lib/memoize'
import { utcMidnight, type Day } from '@/lib/time/day'
import { offsetMinutes, type Zone } from '@/lib/time/zone'

/** 'HH:MM', from 00:00 to 23:59. */
export type WallTime = string & $brand<'WallTime'>

/** Whether a text is 'HH:MM', 00:00 to 23:59. */
export const isWallTime = (text: string): text is WallTime => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)

/** Parses 'HH:MM'. Throws a RangeError for anything else. */
export function parseWallTime(text: string): WallTime {
  if (!isWallTime(text)) throw new RangeError(`Not a time of day: ${text.slice(0, 20)}`)
  return text
}

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** Minutes since 00:00. */
export const minutesOf = (time: WallTime): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** What a clock in the zone shows at that instant, without seconds. */
export function wallTimeIn(instant: Date, zone: Zone): WallTime {
  return parseWallTime(
    new Date(instant.getTime() + offsetMinutes(zone, instant) * MINUTE_MS).toISOString().slice(11, 16),
  )
}

/**
 * The instant at which a clock in the zone shows that day and time. A time that clocks skip moves later by as much as
 * they were moved; of a time that they show twice, it is the first (RFC 5545, section 3.3.5; Temporal calls this
 * 'compatible').
 */
export const instantOf = (day: Day, time: WallTime, zone: Zone): Date => new Date(shownAt(`${day} ${time} ${zone}`))

// A page asks when each of its plans begins dozens of times: to sort them, to place them on a day, to count down.
const shownAt = memoize(5000, (key: string): number => {
  const [day, time, zone] = key.split(' ') as [Day, WallTime, Zone]
  const asIfUtc = utcMidnight(day) + minutesOf(time) * MINUTE_MS
  // A day earlier and later, the offset is the one before and after any change near this time (the largest skipped a
  // whole day).
  const before = offsetMinutes(zone, new Date(asIfUtc - DAY_MS)) * MINUTE_MS
  const after = offsetMinutes(zone, new Date(asIfUtc + DAY_MS)) * MINUTE_MS
  const shown = [asIfUtc - before, asIfUtc - after].filter(
    (instant) => instant + offsetMinutes(zone, new Date(instant)) * MINUTE_MS === asIfUtc,
  )
  return shown.length ? Math.min(...shown) : asIfUtc - before
})
