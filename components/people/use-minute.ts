'use client'
import { useSyncExternalStore } from 'react'
import { now } from '@/lib/time/clock'

const MINUTE_MS = 60_000
const thisMinute = () => Math.floor(now().getTime() / MINUTE_MS) * MINUTE_MS

/** Tells at each full minute, and when the page comes back to the front: timers rest while a device sleeps. */
function subscribe(tell: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>
  const wait = () => {
    timer = setTimeout(
      () => {
        tell()
        wait()
      },
      MINUTE_MS - (now().getTime() % MINUTE_MS) + 20,
    )
  }
  wait()
  document.addEventListener('visibilitychange', tell)
  return () => {
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', tell)
  }
}

/** The present, cut to the minute, and again at each minute. Until React has taken over it is the server's, given as ms since 1970. */
export const useMinute = (serverNow: number): Date =>
  new Date(useSyncExternalStore(subscribe, thisMinute, () => Math.floor(serverNow / MINUTE_MS) * MINUTE_MS))
