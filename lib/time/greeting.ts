import { wallTimeIn } from '@/lib/time/wall-time'
import type { Zone } from '@/lib/time/zone'

/** Which greeting fits somebody's clock: the morning from 4, the afternoon from 12, the evening from 18. */
export function greetingAt(instant: Date, zone: Zone): 'morning' | 'afternoon' | 'evening' {
  const time = wallTimeIn(instant, zone)
  return time >= '18:00' || time < '04:00' ? 'evening' : time < '12:00' ? 'morning' : 'afternoon'
}
