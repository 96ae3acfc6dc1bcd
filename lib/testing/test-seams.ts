// For *.db.test.ts: `const clock = putTestSeams('2026-11-24T12:00:00Z')` at the top of the file. Counters are in `seams().counts`.
import { putSeams, realLimits, type Limits, type Seams } from '@/lib/seams'
import { putPresent } from './present'

/** The clock of this file, which is stopped until the test moves it. */
export type TestClock = Readonly<{
  now: () => Date
  /** Stops at an instant (ISO, UTC). */
  at: (instant: string) => void
  /** Moves on by milliseconds. */
  on: (ms: number) => void
}>

/** Sets the seams of this file: a clock stopped at `instant`, real ids, and the real limits by default. */
export function putTestSeams(instant: string, limits: Partial<Limits> = {}): TestClock {
  let now = new Date(instant)
  put(() => now, limits)
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

/** Sets the seams of this file: the real time, real ids and real limits. */
export const putRealTime = (): void => put(() => new Date(performance.timeOrigin + performance.now()))

function put(now: () => Date, limits: Partial<Limits> = {}): void {
  const present: Seams = {
    now,
    uuid: () => crypto.randomUUID(),
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    limits: { ...realLimits, ...limits },
    counts: new Map(),
    kind: 'test',
  }
  putPresent('seams', present, putSeams)
}
