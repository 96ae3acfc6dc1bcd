'use client'
import { useMinute } from '@/components/couples/use-minute'
import { countdownTo } from '@/lib/rituals/coming'
import { countdownInWords } from '@/lib/rituals/in-words'
import type { Zone } from '@/lib/time/zone'

type CountdownProps = Readonly<{ start: Date; end: Date; zone: Zone; serverNow: number }>

/** "in 48 minutes", going on by the minute. */
export function Countdown({ start, end, zone, serverNow }: CountdownProps) {
  return countdownInWords(countdownTo({ start, end }, useMinute(serverNow), zone))
}
