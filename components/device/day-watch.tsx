'use client'
import { useEffect } from 'react'
import { useObservable } from '@/components/ui/use-observable'
import { goByZone, tabClock } from '@/lib/device/calendar'
import type { Zone } from '@/lib/time/zone'
import { latePart } from './late-part'

const LateClockNotice = latePart(async () => (await import('./late-watches')).ClockNotice, { lines: 0 })

type DayWatchProps = Readonly<{ zone: Zone; locale: string }>

/**
 * On every page of a signed-in person, before its content: the tab goes by the days of the account's zone, and a device
 * clock that is on another day is named.
 */
export function DayWatch({ zone, locale }: DayWatchProps) {
  useEffect(() => goByZone(zone), [zone])
  const off = useObservable(tabClock.off, 0)
  return off === 0 ? null : <LateClockNotice off={off} zone={zone} locale={locale} />
}
