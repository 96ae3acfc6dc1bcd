'use client'
import { useSyncExternalStore } from 'react'
import { tabClock } from '@/lib/device/calendar'

const MINUTE_MS = 60_000
const thisMinute = () => Math.floor(tabClock.present().getTime() / MINUTE_MS) * MINUTE_MS

/** Calls `listener` at each full minute, and when the page becomes visible: timers stop while a device sleeps. */
function subscribe(listener: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>
  const wait = () => {
    timer = setTimeout(
      () => {
        listener()
        wait()
      },
      MINUTE_MS - (tabClock.present().getTime() % MINUTE_MS) + 20,
    )
  }
  wait()
  document.addEventListener('visibilitychange', listener)
  const unsubscribe = tabClock.off.subscribe(listener)
  return () => {
    clearTimeout(timer)
    unsubscribe()
    document.removeEventListener('visibilitychange', listener)
  }
}

/**
 * Returns the current time, rounded down to the minute and updated each minute. `serverNow` (ms since the epoch) until
 * hydration.
 */
export const useMinute = (serverNow: number): Date =>
  new Date(useSyncExternalStore(subscribe, thisMinute, () => Math.floor(serverNow / MINUTE_MS) * MINUTE_MS))
