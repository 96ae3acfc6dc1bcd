// Which instant it is, where a device's own clock may be wrong: days are written into rows and can't be corrected later.
import { observable, type Observable } from '@/lib/observable'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** A device's clock, checked against the `Date` of the answers that it gets. */
export type ServedClock = Readonly<{
  /** The present instant: the answers' where this device's clock differs from them by more than an hour. */
  present: () => Date
  /** How far this device's clock is ahead of the answers', in ms; 0 up to an hour, and before the first answer. */
  off: Pick<Observable<number>, 'get' | 'subscribe'>
  /** Reads an answer's `Date` header. `sentAt` is when it was requested, by this device's clock. */
  note: (date: string | null, sentAt: Date) => void
}>

export function makeServedClock(now: () => Date): ServedClock {
  const off = observable(0)
  return {
    off,
    present: () => new Date(now().getTime() - off.get()),
    note: (date, sentAt) => {
      const [served, received] = [Date.parse(date ?? ''), now().getTime()]
      const took = received - sentAt.getTime()
      // A device that slept, or whose clock was set meanwhile, can't tell how old the answer is.
      if (Number.isNaN(served) || took < 0 || took > MINUTE_MS) return
      const ahead = received - served
      const next = Math.abs(ahead) > HOUR_MS ? ahead : 0
      if (Math.abs(next - off.get()) > MINUTE_MS) off.set(next)
    },
  }
}
