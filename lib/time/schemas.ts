// The shapes of time at the boundary, as the contracts speak them.
import * as z from 'zod'
import { isDay } from '@/lib/time/day'
import { isWallTime } from '@/lib/time/wall-time'
import { isWeekId } from '@/lib/time/week'
import { isZone } from '@/lib/time/zone'

export const daySchema = z.iso.date().refine(isDay, 'Give a day as YYYY-MM-DD.').brand<'Day'>()
export const zoneSchema = z.string().max(64).refine(isZone, 'Give the name of a time zone, such as Europe/Lisbon.').brand<'Zone'>()
export const wallTimeSchema = z.string().regex(/^\d\d:\d\d$/).refine(isWallTime, 'Give a time as HH:MM.').brand<'WallTime'>()
export const weekIdSchema = z.string().regex(/^\d{4}-W\d\d$/).refine(isWeekId, 'Give a week as YYYY-Www.').brand<'WeekId'>()
export const weekStartSchema = z.union([z.literal(1), z.literal(6), z.literal(7)])
export const weekdaySchema = z.union([
  z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6), z.literal(7),
])
