import { dayOfUtc, utcMidnight, type Day } from '@/lib/time/day'

// Prisma represents a `date` column as midnight UTC of that day.

/** Converts the value of a `date` column to a day. */
export const dayOfColumn = (column: Date): Day => dayOfUtc(column.getTime())

/** Converts a day to the value of a `date` column. */
export const columnOfDay = (day: Day): Date => new Date(utcMidnight(day))
