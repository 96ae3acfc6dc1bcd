'use client'
import { useEffect, useRef } from 'react'
import { now } from '@/lib/time/clock'

/**
 * The time between two polls of a page in use and of an idle page, and how long until a page is idle, in milliseconds.
 */
const ACTIVE_MS = 500
const IDLE_MS = 3000
const IDLE_AFTER_MS = 120_000

/** What a poll found: something new, nothing new, or no answer. */
export type PollResult = 'new' | 'same' | 'none'

/**
 * Polls while the page is visible: every half second while it is in use, every three seconds once two minutes have
 * brought neither news nor input. Polls at once on focus, when the network is back, and on input after an idle time.
 * One poll at a time. `poll` answers `stop` when there is nothing more to poll for; its signal is aborted when the page
 * is left.
 */
export function usePolling(poll: (signal: AbortSignal) => Promise<PollResult | 'stop'>): void {
  const latest = useRef(poll)
  useEffect(() => {
    latest.current = poll
  })
  useEffect(() => {
    const controller = new AbortController()
    const { signal } = controller
    let [lastActive, timer, isPolling, isStopped] = [now().getTime(), 0, false, false]
    const isIdle = () => now().getTime() - lastActive > IDLE_AFTER_MS
    const schedule = (slowly: boolean) => {
      window.clearTimeout(timer)
      if (!isStopped && document.visibilityState === 'visible')
        timer = window.setTimeout(() => void pollNow(), slowly || isIdle() ? IDLE_MS : ACTIVE_MS)
    }
    const pollNow = async () => {
      window.clearTimeout(timer)
      if (isPolling || isStopped) return
      isPolling = true
      const found = await latest.current(signal).catch((): PollResult => 'none')
      isPolling = false
      if (signal.aborted) return
      if (found === 'stop') isStopped = true
      if (found === 'new') lastActive = now().getTime()
      schedule(found === 'none')
    }
    const pollIfVisible = () => {
      if (document.visibilityState === 'visible') void pollNow()
    }
    const onInput = () => {
      const wasIdle = isIdle()
      lastActive = now().getTime()
      if (wasIdle) pollIfVisible()
    }
    window.addEventListener('focus', pollIfVisible, { signal })
    window.addEventListener('online', pollIfVisible, { signal })
    document.addEventListener('visibilitychange', pollIfVisible, { signal })
    document.addEventListener('pointerdown', onInput, { signal })
    document.addEventListener('keydown', onInput, { signal })
    schedule(false)
    return () => {
      controller.abort()
      window.clearTimeout(timer)
    }
  }, [])
}
