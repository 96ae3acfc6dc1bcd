import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { IDLE_MS, isIdle, msUntilIdle } from './idle'
import { makeLock, tabWiring, type Lock } from './lock'
import { somebody } from './people.fixture'
import type { Vault } from './vault'

const MINUTE = 60_000
let me: Vault
beforeEach(async () => {
  me ??= await somebody()
})

/** A clock and its timers, moved by hand. */
function hands() {
  let now = 1_000_000
  let due: { at: number; run: () => void }[] = []
  return {
    wiring: {
      now: () => now,
      after: (ms: number, run: () => void) => {
        const timer = { at: now + ms, run }
        due.push(timer)
        return () => {
          due = due.filter((other) => other !== timer)
        }
      },
    },
    waiting: () => due.length,
    /** `asleep`: the time passes and no timer runs, as on a closed laptop. */
    pass: (ms: number, { asleep = false } = {}) => {
      const end = now + ms
      for (;;) {
        const next = asleep ? undefined : due.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)[0]
        if (!next) break
        due = due.filter((other) => other !== next)
        now = next.at
        next.run()
      }
      now = end
    },
  }
}

/** Tabs of one browser: each hears what the others post, as with a BroadcastChannel. */
function tabs(count: number, wiring: ReturnType<typeof hands>['wiring']): Lock[] {
  const channels = Array.from(
    { length: count },
    (): Pick<BroadcastChannel, 'postMessage' | 'onmessage'> => ({
      onmessage: null,
      postMessage(data: unknown) {
        const event = new MessageEvent('message', { data })
        for (const other of channels) if (other !== this) other.onmessage?.call(other as BroadcastChannel, event)
      },
    }),
  )
  return channels.map((channel) => makeLock({ ...wiring, channel }))
}

describe('the rule', () => {
  test('is fifteen minutes without a touch, to the millisecond', () => {
    expect(IDLE_MS).toBe(15 * MINUTE)
    expect(isIdle(0, IDLE_MS - 1)).toBe(false)
    expect(isIdle(0, IDLE_MS)).toBe(true)
    expect(msUntilIdle(0, MINUTE)).toBe(14 * MINUTE)
    expect(msUntilIdle(0, 99 * MINUTE)).toBe(0)
    expect(isIdle(10 * MINUTE, 0)).toBe(false)
  })
})

describe('an open journal', () => {
  test('is held until it is locked; every change is told once, and every lock', () => {
    const lock = makeLock({ ...hands().wiring, channel: null })
    const told = vi.fn()
    const stop = lock.subscribe(told)
    expect(lock.vault()).toBeNull()
    lock.open(me, { locksWhenIdle: false })
    lock.open(me, { locksWhenIdle: false })
    expect(lock.vault()).toBe(me)
    expect(told).toHaveBeenCalledTimes(1)
    const changed = { ...me }
    lock.replace(changed)
    expect(lock.vault()).toBe(changed)
    lock.lock()
    expect(lock.vault()).toBeNull()
    expect(told).toHaveBeenCalledTimes(3)
    lock.lock() // something may be opening it right now, and has to hear of it
    expect(told).toHaveBeenCalledTimes(4)
    stop()
    lock.open(me, { locksWhenIdle: false })
    expect(told).toHaveBeenCalledTimes(4)
  })

  test('does not come back with an answer that was late', async () => {
    const lock = makeLock({ ...hands().wiring, channel: null })
    lock.open(me, { locksWhenIdle: false })
    lock.lock()
    lock.replace({ ...me })
    expect(lock.vault()).toBeNull()
    lock.open(await somebody(), { locksWhenIdle: false })
    lock.replace(me)
    expect(lock.vault()).not.toBe(me)
  })

  test('counts its locks, of other tabs and of a shut journal too, so that an opening under way can tell', () => {
    const { wiring } = hands()
    const [one, other] = tabs(2, wiring)
    const before = one?.locks() ?? 0
    other?.lock()
    expect(one?.locks()).toBe(before + 1)
    one?.lock()
    expect(one?.locks()).toBe(before + 2)
    one?.open(me, { locksWhenIdle: true })
    one?.touch()
    expect(one?.locks()).toBe(before + 2)
  })

  test('locked in one tab is locked in all', () => {
    const { wiring } = hands()
    const all = tabs(3, wiring)
    for (const lock of all) lock.open(me, { locksWhenIdle: false })
    all[1]?.lock()
    expect(all.map((lock) => lock.vault())).toEqual([null, null, null])
  })

  test('is let go of after fifteen idle minutes where others use the device', () => {
    const { wiring, pass, waiting } = hands()
    const lock = makeLock({ ...wiring, channel: null })
    lock.open(me, { locksWhenIdle: true })
    pass(14 * MINUTE)
    lock.touch()
    pass(14 * MINUTE)
    expect(lock.vault()).toBe(me)
    pass(MINUTE)
    expect(lock.vault()).toBeNull()
    expect(waiting()).toBe(0)
  })

  test('stays open where only one person uses it', () => {
    const { wiring, pass, waiting } = hands()
    const lock = makeLock({ ...wiring, channel: null })
    lock.open(me, { locksWhenIdle: false })
    expect(waiting()).toBe(0)
    pass(24 * 60 * MINUTE)
    lock.check()
    lock.touch()
    expect(lock.vault()).toBe(me)
  })

  test('is found locked after a sleep in which no timer ran, whether the page or a key wakes first', () => {
    for (const wake of ['check', 'touch'] as const) {
      const { wiring, pass } = hands()
      const lock = makeLock({ ...wiring, channel: null })
      lock.open(me, { locksWhenIdle: true })
      pass(60 * MINUTE, { asleep: true })
      lock[wake]()
      expect(lock.vault()).toBeNull()
    }
  })

  test('is not locked by a tab in the background while somebody writes in another', () => {
    const { wiring, pass } = hands()
    const [front, back] = tabs(2, wiring)
    if (!front || !back) throw new Error('Two tabs.')
    for (const lock of [front, back]) lock.open(me, { locksWhenIdle: true })
    for (let minutes = 0; minutes < 40; minutes += 5) {
      pass(5 * MINUTE)
      front.touch()
    }
    expect([front.vault(), back.vault()]).toEqual([me, me])
    pass(15 * MINUTE)
    expect([front.vault(), back.vault()]).toEqual([null, null])
  })

  test('a new opening begins its own fifteen minutes', () => {
    const { wiring, pass, waiting } = hands()
    const lock = makeLock({ ...wiring, channel: null })
    lock.open(me, { locksWhenIdle: true })
    pass(10 * MINUTE)
    lock.open(me, { locksWhenIdle: true })
    expect(waiting()).toBe(1)
    pass(14 * MINUTE)
    expect(lock.vault()).toBe(me)
  })
})

describe("a real browser's wiring", () => {
  const opened: { close: () => void }[] = []
  afterEach(() => {
    for (const channel of opened.splice(0)) channel.close()
  })

  test('carries a lock over a BroadcastChannel', async () => {
    const wired = () => {
      const wiring = tabWiring(() => 0)
      if (wiring.channel instanceof BroadcastChannel) opened.push(wiring.channel)
      return makeLock(wiring)
    }
    const [one, other] = [wired(), wired()]
    other.open(me, { locksWhenIdle: true })
    const heard = new Promise<void>((resolve) => other.subscribe(resolve))
    one.lock()
    await heard
    expect(other.vault()).toBeNull()
  })
})
