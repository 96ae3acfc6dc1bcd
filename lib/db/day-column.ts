import { dayOfUtc, utcMidnight, type Day } from '@/lib/time/day'

// Prisma carries a `date` column as midnight UTC of that day.

/** The day that a `date` column holds. */
export const dayOfColumn = (column: Date): Day => dayOfUtc(column.getTime())

/** What Prisma is given for a `date` column. */
export const columnOfDay = (day: Day): Date => new Date(utcMidnight(day))
