'use client'
import { useCallback, useEffect, useRef, useState } from 'react'

/** How long sharing is held back on the device, in ms, so that it can be stopped. */
export const HOLD_MS = 10_000

export type Hold = Readonly<{
  /** Whole seconds until it runs, or null while nothing is held. */
  secondsLeft: number | null
  start: (go: () => void) => void
  stop: () => void
}>

/**
 * Holds something back for ten seconds. Leaving the page in any way stops it. Browsers slow down timers in the
 * background, so there it may take longer, never less.
 */
export function useHold(): Hold {
  const [secondsLeft, setSecondsLeft] = useState<number | null>(null)
  const cancel = useRef<() => void>(() => {})
  const stop = useCallback(() => {
    cancel.current()
    setSecondsLeft(null)
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
      setSecondsLeft(HOLD_MS / 1000)
      const tick = setInterval(() => setSecondsLeft((before) => before && Math.max(1, before - 1)), 1000)
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
  return { secondsLeft, start, stop }
}
