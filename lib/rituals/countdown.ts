import { addDays, dayIn, daysBetween } from '@/lib/time/day'
import type { Zone } from '@/lib/time/zone'
import { dayFor, type Occurrence } from './recurrence'

/** How far away a date is. `over`: it has ended, today or earlier. */
export type Countdown =
  | Readonly<{ is: 'now' | 'over' | 'today' | 'tomorrow' }>
  | Readonly<{ is: 'minutes' | 'hours' | 'days'; n: number }>

const MINUTE_MS = 60_000

/** Counts in minutes up to 90, in hours on the same day in the person's zone, then in that zone's days. */
export function countdownTo({ start, end }: Pick<Occurrence, 'start' | 'end'>, now: Date, zone: Zone): Countdown {
  if (end <= now) return { is: 'over' }
  const minutes = Math.ceil((start.getTime() - now.getTime()) / MINUTE_MS)
  if (minutes <= 0) return { is: 'now' }
  if (minutes <= 90) return { is: 'minutes', n: minutes }
  const today = dayIn(now, zone)
  const on = dayFor(start, zone)
  if (on === today) return { is: 'hours', n: Math.round(minutes / 60) }
  if (on === addDays(today, 1)) return { is: 'tomorrow' }
  return { is: 'days', n: daysBetween(today, on) }
}
