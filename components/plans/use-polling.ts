'use client'
import { useEffect, useRef } from 'react'
import { now } from '@/lib/time/clock'

/** How often a page that is in use asks anew, and one that nothing has moved on for a while, in milliseconds. */
const OFTEN_MS = 500
const SELDOM_MS = 3000
const STILL_MS = 120_000

/** What one asking found: something new, the same, or no answer. */
export type PollResult = 'new' | 'same' | 'none'

/**
 * Asks anew while the page is visible: every half second while it moves, every three seconds after two minutes in which
 * neither an answer nor this page's own input did, at once on input after that, on focus and when the network is back.
 * One asking at a time; `stop` answers true when there is nothing more to ask for.
 */
export function usePolling(ask: (signal: AbortSignal) => Promise<PollResult | 'stop'>): void {
  const latest = useRef(ask)
  useEffect(() => {
    latest.current = ask
  })
  useEffect(() => {
    const leaving = new AbortController()
    const { signal } = leaving
    let [moved, timer, asking, over] = [now().getTime(), 0, false, false]
    const still = () => now().getTime() - moved > STILL_MS
    const wait = (unanswered: boolean) => {
      window.clearTimeout(timer)
      if (!over && document.visibilityState === 'visible')
        timer = window.setTimeout(() => void go(), unanswered || still() ? SELDOM_MS : OFTEN_MS)
    }
    const go = async () => {
      window.clearTimeout(timer)
      if (asking || over) return
      asking = true
      const found = await latest.current(signal).catch((): PollResult => 'none')
      asking = false
      if (signal.aborted) return
      if (found === 'stop') over = true
      if (found === 'new') moved = now().getTime()
      wait(found === 'none')
    }
    const atOnce = () => {
      if (document.visibilityState === 'visible') void go()
    }
    const onInput = () => {
      const was = still()
      moved = now().getTime()
      if (was) atOnce()
    }
    window.addEventListener('focus', atOnce, { signal })
    window.addEventListener('online', atOnce, { signal })
    document.addEventListener('visibilitychange', atOnce, { signal })
    document.addEventListener('pointerdown', onInput, { signal })
    document.addEventListener('keydown', onInput, { signal })
    wait(false)
    return () => {
      leaving.abort()
      window.clearTimeout(timer)
    }
  }, [])
}
