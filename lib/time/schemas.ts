// Schemas of days, zones and times for the contracts. zod/mini, because the browser loads them too.
import * as z from 'zod/mini'
import { isDay } from '@/lib/time/day'
import { isMonth } from '@/lib/time/month'
import { isWallTime } from '@/lib/time/wall-time'
import { isWeekId } from '@/lib/time/week'
import { isZone } from '@/lib/time/zone'

// Within these years, databases and calendar libraries agree on the calendar.
const inRange = (day: string) => day >= '1900-01-01' && day <= '2199-12-31'
// Every day of these weeks, and of the week after, is in range, whatever day weeks begin with.
const weekInRange = (week: string) => week >= '1900-W02' && week <= '2199-W50'

export const daySchema = z.iso
  .date()
  .check(z.refine((text) => isDay(text) && inRange(text), 'Give a day as YYYY-MM-DD.'))
  .brand<'Day'>()
export const zoneSchema = z
  .string()
  .check(z.maxLength(64), z.refine(isZone, 'Give the name of a time zone, such as Europe/Lisbon.'))
  .brand<'Zone'>()
export const wallTimeSchema = z
  .string()
  .check(z.regex(/^\d\d:\d\d$/), z.refine(isWallTime, 'Give a time as HH:MM.'))
  .brand<'WallTime'>()
export const weekIdSchema = z
  .string()
  .check(
    z.regex(/^\d{4}-W\d\d$/),
    z.refine((text) => isWeekId(text) && weekInRange(text), 'Give a week as YYYY-Www.'),
  )
  .brand<'WeekId'>()
// The months before and after are read too, and all their days are in range.
const monthInRange = (month: string) => month >= '1900-02' && month <= '2199-11'
export const monthSchema = z
  .string()
  .check(
    z.regex(/^\d{4}-\d\d$/),
    z.refine((text) => isMonth(text) && monthInRange(text), 'Give a month as YYYY-MM.'),
  )
  .brand<'Month'>()
export const weekStartSchema = z.union([z.literal(1), z.literal(6), z.literal(7)])
export const weekdaySchema = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
  z.literal(6),
  z.literal(7),
])
/** A day in an answer: any day that the column holds. */
export const storedDay = z.iso.date().brand<'Day'>()
/** A time in an answer. */
export const storedTime = z.string().brand<'WallTime'>()
/** An instant as UTC text, such as 2026-11-24T08:00:00.000Z. */
export const instantSchema = z.iso.datetime()
