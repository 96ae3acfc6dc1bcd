'use client'
import { useCallback, useEffect, useRef, useState } from 'react'

/** How long sharing is held back on the device, in ms: time to stop it. */
export const HOLD_MS = 10_000

export type Hold = Readonly<{
  /** Whole seconds until it goes, or null while nothing is held. */
  secondsLeft: number | null
  start: (go: () => void) => void
  stop: () => void
}>

/**
 * Holds something back for ten seconds. Nothing runs before; leaving the page, whichever way, stops it. Timers rest while a page is
 * in the background, so there it may take longer, never less.
 */
export function useHold(): Hold {
  const [left, setLeft] = useState<number | null>(null)
  const cancel = useRef<() => void>(() => {})
  const stop = useCallback(() => {
    cancel.current()
    setLeft(null)
  }, [])
  useEffect(() => {
    window.addEventListener('pagehide', stop)
    return () => {
      window.removeEventListener('pagehide', stop)
      cancel.current()
    }
  }, [stop])
  const start = useCallback(
    (go: () => void) => {
      cancel.current()
      setLeft(HOLD_MS / 1000)
      const tick = setInterval(() => setLeft((before) => before && Math.max(1, before - 1)), 1000)
      const timer = setTimeout(() => {
        stop()
        go()
      }, HOLD_MS)
      cancel.current = () => {
        clearInterval(tick)
        clearTimeout(timer)
      }
    },
    [stop],
  )
  return { secondsLeft: left, start, stop }
}
