// Holds the one open journal of this tab, in memory alone, and lets go of it: when asked, when another tab was asked, and after 15
// idle minutes where others use the device too.

import { leftAlone, untilLeftAlone } from './idle'
import { LOCK, lockChannel } from './lock-channel'
import type { Vault } from './vault'

/** What the holder needs of the world; a browser's `setTimeout`, and one BroadcastChannel for all tabs of this origin. */
export type LockWiring = Readonly<{
  /** The present instant, in ms since the epoch. */
  now: () => number
  /** Runs once after so many ms, unless what it returns is called before. */
  after: (ms: number, run: () => void) => () => void
  channel: Pick<BroadcastChannel, 'postMessage' | 'onmessage'> | null
}>

export type Lock = Readonly<{
  /** The open journal or null: React's snapshot, the same object until it changes. */
  vault: () => Vault | null
  /** Calls `told` after each change and each lock; returns how to stop. For useSyncExternalStore. */
  subscribe: (told: () => void) => () => void
  /** Holds a journal. `locksWhenIdle` on a device that others use too. */
  open: (vault: Vault, options: Readonly<{ locksWhenIdle: boolean }>) => void
  /** The same journal after its keyring changed; of no effect once it was let go of, so that a late answer opens nothing. */
  replace: (vault: Vault) => void
  /** Lets go, here and in every other tab. */
  lock: () => void
  /** How often it was locked, here or by another tab: an opening that began before a lock must open nothing. */
  locks: () => number
  /** A key, a click or a scroll: idleness begins anew, in every tab. Call as often as you like. */
  touch: () => void
  /** Locks if it was left alone too long. Call when a page comes to the front: timers rest while a device sleeps. */
  check: () => void
}>

/** Other tabs hear of a touch at most this often, in ms. */
const TELL_EVERY = 10_000

export function makeLock({ now, after, channel }: LockWiring): Lock {
  let held: Vault | null = null
  let locksWhenIdle = false
  let lastTouch = 0
  let lastTold = 0
  let locks = 0
  let cancel: (() => void) | null = null
  const listeners = new Set<() => void>()

  const tell = () => {
    for (const told of [...listeners]) told()
  }
  const hold = (vault: Vault) => {
    if (held === vault) return
    held = vault
    tell()
  }
  const letGo = () => {
    locks += 1
    cancel?.()
    cancel = null
    held = null
    tell() // one that was still being opened, too
  }
  const lock = () => {
    letGo()
    channel?.postMessage(LOCK)
  }
  const check = () => {
    if (held === null || !locksWhenIdle) return
    cancel?.()
    if (leftAlone(lastTouch, now())) lock()
    else cancel = after(untilLeftAlone(lastTouch, now()), check)
  }

  if (channel) {
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (data === LOCK) letGo()
      if (data === 'touch') lastTouch = now()
    }
  }

  return {
    vault: () => held,
    subscribe: (told) => {
      listeners.add(told)
      return () => listeners.delete(told)
    },
    open: (vault, options) => {
      locksWhenIdle = options.locksWhenIdle
      lastTouch = now()
      hold(vault)
      cancel?.()
      cancel = null
      check()
    },
    replace: (vault) => {
      if (held?.uid === vault.uid) hold(vault)
    },
    lock,
    locks: () => locks,
    touch: () => {
      // one who comes back to a sleeping device finds it locked, whatever came first: the touch or the timer
      check()
      if (held === null) return
      lastTouch = now()
      if (lastTouch - lastTold < TELL_EVERY && lastTouch >= lastTold) return
      lastTold = lastTouch
      channel?.postMessage('touch')
    },
    check,
  }
}

/** The wiring of a browser's tab; `now` is the caller's clock. */
export function tabWiring(now: () => number): LockWiring {
  return {
    now,
    after: (ms, run) => {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    },
    channel: lockChannel(),
  }
}
