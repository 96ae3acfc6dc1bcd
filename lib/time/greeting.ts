import { wallTimeIn } from '@/lib/time/wall-time'
import type { Zone } from '@/lib/time/zone'

/** The greeting for the time in a zone: morning from 4:00, afternoon from 12:00, evening from 18:00. */
export function greetingAt(instant: Date, zone: Zone): 'morning' | 'afternoon' | 'evening' {
  const time = wallTimeIn(instant, zone)
  return time >= '18:00' || time < '04:00' ? 'evening' : time < '12:00' ? 'morning' : 'afternoon'
}
