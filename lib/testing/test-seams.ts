// For *.db.test.ts: `const clock = putTestSeams('2026-11-24T12:00:00Z')` at the top of the file. Counters are in `seams().counts`.
import { putSeams, realLimits, type Limits } from '@/lib/seams'

/** The clock of this process, which is stopped until the test moves it. */
export type TestClock = Readonly<{
  now: () => Date
  /** Stops at an instant (ISO, UTC). */
  at: (instant: string) => void
  /** Moves on by milliseconds. */
  on: (ms: number) => void
}>

/** Sets the seams of this process: a clock stopped at `instant`, real ids, and the real limits by default. */
export function putTestSeams(instant: string, limits: Partial<Limits> = {}): TestClock {
  let now = new Date(instant)
  putSeams({
    now: () => now,
    uuid: () => crypto.randomUUID(),
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    limits: { ...realLimits, ...limits },
    counts: new Map(),
    kind: 'test',
  })
  return {
    now: () => now,
    at: (to) => {
      now = new Date(to)
    },
    on: (ms) => {
      now = new Date(now.getTime() + ms)
    },
  }
}
