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

/** A clock with timers that a test moves. */
function fakeClock() {
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
    /** `asleep`: time passes but no timer runs, as on a closed laptop. */
    pass: (ms: number, { asleep = false } = {}) => {
      const end = now + ms
      for (;;) {
        const next = asleep ? undefined : due.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0]
        if (!next) break
        due = due.filter((other) => other !== next)
        now = next.at
        next.run()
      }
      now = end
    },
  }
}

/** Tabs of one browser: each receives what the others post, as with a BroadcastChannel. */
function tabs(count: number, wiring: ReturnType<typeof fakeClock>['wiring']): Lock[] {
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

describe('the idle time', () => {
  test('is exactly fifteen minutes without a touch', () => {
    expect(IDLE_MS).toBe(15 * MINUTE)
    expect(isIdle(0, IDLE_MS - 1)).toBe(false)
    expect(isIdle(0, IDLE_MS)).toBe(true)
    expect(msUntilIdle(0, MINUTE)).toBe(14 * MINUTE)
    expect(msUntilIdle(0, 99 * MINUTE)).toBe(0)
    expect(isIdle(10 * MINUTE, 0)).toBe(false)
  })
})

describe('an open journal', () => {
  test('is held until it is locked, and each change and each lock notifies once', () => {
    const lock = makeLock({ ...fakeClock().wiring, channel: null })
    const listener = vi.fn()
    const stop = lock.subscribe(listener)
    expect(lock.vault()).toBeNull()
    lock.open(me, { locksWhenIdle: false })
    lock.open(me, { locksWhenIdle: false })
    expect(lock.vault()).toBe(me)
    expect(listener).toHaveBeenCalledTimes(1)
    const changed = { ...me }
    lock.replace(changed)
    expect(lock.vault()).toBe(changed)
    lock.lock()
    expect(lock.vault()).toBeNull()
    expect(listener).toHaveBeenCalledTimes(3)
    lock.lock() // a journal may be on its way
    expect(listener).toHaveBeenCalledTimes(4)
    stop()
    lock.open(me, { locksWhenIdle: false })
    expect(listener).toHaveBeenCalledTimes(4)
  })

  test('does not come back with a late answer', async () => {
    const lock = makeLock({ ...fakeClock().wiring, channel: null })
    lock.open(me, { locksWhenIdle: false })
    lock.lock()
    lock.replace({ ...me })
    expect(lock.vault()).toBeNull()
    lock.open(await somebody(), { locksWhenIdle: false })
    lock.replace(me)
    expect(lock.vault()).not.toBe(me)
  })

  test('counts its locks, also those of other tabs and of a locked journal', () => {
    const { wiring } = fakeClock()
    const [tab, otherTab] = tabs(2, wiring)
    const before = tab?.locks() ?? 0
    otherTab?.lock()
    expect(tab?.locks()).toBe(before + 1)
    tab?.lock()
    expect(tab?.locks()).toBe(before + 2)
    tab?.open(me, { locksWhenIdle: true })
    tab?.touch()
    expect(tab?.locks()).toBe(before + 2)
  })

  test('is locked in all tabs at once', () => {
    const { wiring } = fakeClock()
    const all = tabs(3, wiring)
    for (const lock of all) lock.open(me, { locksWhenIdle: false })
    all[1]?.lock()
    expect(all.map((lock) => lock.vault())).toEqual([null, null, null])
  })

  test('locks after fifteen idle minutes on a shared device', () => {
    const { wiring, pass, waiting } = fakeClock()
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

  test('stays open on a device that only one person uses', () => {
    const { wiring, pass, waiting } = fakeClock()
    const lock = makeLock({ ...wiring, channel: null })
    lock.open(me, { locksWhenIdle: false })
    expect(waiting()).toBe(0)
    pass(24 * 60 * MINUTE)
    lock.check()
    lock.touch()
    expect(lock.vault()).toBe(me)
  })

  test('is locked after a sleep in which no timer ran, whether the page or a key press comes first', () => {
    for (const wake of ['check', 'touch'] as const) {
      const { wiring, pass } = fakeClock()
      const lock = makeLock({ ...wiring, channel: null })
      lock.open(me, { locksWhenIdle: true })
      pass(60 * MINUTE, { asleep: true })
      lock[wake]()
      expect(lock.vault()).toBeNull()
    }
  })

  test('is not locked by a tab in the background while somebody writes in another', () => {
    const { wiring, pass } = fakeClock()
    const [front, back] = tabs(2, wiring)
    if (!front || !back) throw new Error('Expected two tabs.')
    for (const lock of [front, back]) lock.open(me, { locksWhenIdle: true })
    for (let minutes = 0; minutes < 40; minutes += 5) {
      pass(5 * MINUTE)
      front.touch()
    }
    expect([front.vault(), back.vault()]).toEqual([me, me])
    pass(15 * MINUTE)
    expect([front.vault(), back.vault()]).toEqual([null, null])
  })

  test('has its own fifteen minutes after each opening', () => {
    const { wiring, pass, waiting } = fakeClock()
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

  test('sends a lock over a BroadcastChannel', async () => {
    const wired = () => {
      const wiring = tabWiring(() => 0)
      if (wiring.channel instanceof BroadcastChannel) opened.push(wiring.channel)
      return makeLock(wiring)
    }
    const [tab, otherTab] = [wired(), wired()]
    otherTab.open(me, { locksWhenIdle: true })
    const received = new Promise<void>((resolve) => otherTab.subscribe(resolve))
    tab.lock()
    await received
    expect(otherTab.vault()).toBeNull()
  })
})
