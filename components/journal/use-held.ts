'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { now } from '@/lib/time/clock'

/** How long sharing is held back on the device, in ms: time to stop it. */
export const HOLD_MS = 10_000

export type Held = Readonly<{
  /** Whole seconds until it goes, or null while nothing is held. */
  left: number | null
  start: (go: () => void) => void
  stop: () => void
}>

/**
 * Holds something back for ten seconds. Nothing runs before; leaving the page, whichever way, stops it. By the clock and not by
 * counting ticks: timers rest while a page is in the background.
 */
export function useHeld(): Held {
  const [left, setLeft] = useState<number | null>(null)
  const timer = useRef<ReturnType<typeof setInterval> | null>(null)
  const stop = useCallback(() => {
    if (timer.current) clearInterval(timer.current)
    timer.current = null
    setLeft(null)
  }, [])
  useEffect(() => {
    window.addEventListener('pagehide', stop)
    return () => {
      window.removeEventListener('pagehide', stop)
      stop()
    }
  }, [stop])
  const start = useCallback((go: () => void) => {
    stop()
    const at = now().getTime() + HOLD_MS
    setLeft(HOLD_MS / 1000)
    timer.current = setInterval(() => {
      const remaining = at - now().getTime()
      if (remaining > 0) return setLeft(Math.ceil(remaining / 1000))
      stop()
      go()
    }, 250)
  }, [stop])
  return { left, start, stop }
}
