// Holds the open journal of this tab, in memory only. Drops it on a lock in this or another tab, and after 15 idle
// minutes on a shared device.

import { isIdle, msUntilIdle } from './idle'
import { LOCK, lockChannel } from './lock-channel'
import type { Vault } from './vault'

/** What a lock needs from its environment: a clock, a timer, and a channel to all tabs of this origin. */
export type LockWiring = Readonly<{
  /** The current time, in ms since the epoch. */
  now: () => number
  /** Runs `run` once after `ms`. Returns a function that cancels it. */
  after: (ms: number, run: () => void) => () => void
  channel: Pick<BroadcastChannel, 'postMessage' | 'onmessage'> | null
}>

export type Lock = Readonly<{
  /** The open journal or null. The same object until it changes, as React's snapshots must be. */
  vault: () => Vault | null
  /**
   * Calls `listener` after each change and each lock. Returns a function that unsubscribes. For useSyncExternalStore.
   */
  subscribe: (listener: () => void) => () => void
  /** Holds a journal. `locksWhenIdle`: on a shared device. */
  open: (vault: Vault, options: Readonly<{ locksWhenIdle: boolean }>) => void
  /** Replaces the journal after its keyring changed. Does nothing when locked, so that a late answer opens nothing. */
  replace: (vault: Vault) => void
  /** Drops the journal in every tab. */
  lock: () => void
  /** How often it was locked, by any tab. An opening that began before a lock must open nothing. */
  locks: () => number
  /** A key press, a click or a scroll: restarts the idle time in every tab. Cheap to call. */
  touch: () => void
  /** Locks if the idle time is over. Call when a page becomes visible: timers stop while a device sleeps. */
  check: () => void
}>

/** A touch is sent to the other tabs at most this often, in ms. */
const BROADCAST_EVERY = 10_000

/** Makes the lock of a tab. */
export function makeLock({ now, after, channel }: LockWiring): Lock {
  let held: Vault | null = null
  let locksWhenIdle = false
  let lastTouch = 0
  let lastBroadcast = 0
  let locks = 0
  let cancel: (() => void) | null = null
  const listeners = new Set<() => void>()

  const notify = () => {
    for (const listener of [...listeners]) listener()
  }
  const hold = (vault: Vault) => {
    if (held === vault) return
    held = vault
    notify()
  }
  const drop = () => {
    locks += 1
    cancel?.()
    cancel = null
    held = null
    notify() // also when none was open: one may be on its way
  }
  const lock = () => {
    drop()
    channel?.postMessage(LOCK)
  }
  const check = () => {
    if (held === null || !locksWhenIdle) return
    cancel?.()
    if (isIdle(lastTouch, now())) lock()
    else cancel = after(msUntilIdle(lastTouch, now()), check)
  }

  if (channel) {
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (data === LOCK) drop()
      if (data === 'touch') lastTouch = now()
    }
  }

  return {
    vault: () => held,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
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
      // After a device slept, a touch may come before the timer: the idle time still counts.
      check()
      if (held === null) return
      lastTouch = now()
      if (lastTouch - lastBroadcast < BROADCAST_EVERY && lastTouch >= lastBroadcast) return
      lastBroadcast = lastTouch
      channel?.postMessage('touch')
    },
    check,
  }
}

/** Makes the wiring of a browser tab. `now` is the caller's clock, in ms since the epoch. */
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
