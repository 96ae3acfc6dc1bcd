import { wallTimeIn } from '@/lib/time/wall-time'
import type { Zone } from '@/lib/time/zone'

/** The greeting for the time in a zone: morning from 5:00, afternoon from 12:00, evening from 18:00, night from 0:00. */
export function greetingAt(instant: Date, zone: Zone): 'morning' | 'afternoon' | 'evening' | 'night' {
  const time = wallTimeIn(instant, zone)
  return time < '05:00' ? 'night' : time < '12:00' ? 'morning' : time < '18:00' ? 'afternoon' : 'evening'
}
