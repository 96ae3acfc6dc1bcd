import 'server-only'
import { seams } from '@/lib/seams'
import { Problem } from './problem'

// Counted per person and minute in this process's memory: a GET writes nothing, and never per couple, so that one partner's
// reading can't be felt by the other.
const KEY = Symbol.for('fivefold.rates')
type Rates = { minute: number; counts: Map<string, number> }

/** Counts a request of a person; over the limit for this minute it is refused with the seconds that are left of it. */
export function countRequest(personId: string, kind: 'read' | 'write'): void {
  const host = globalThis as { [KEY]?: Rates }
  const seconds = seams().now().getTime() / 1000
  const minute = Math.floor(seconds / 60)
  if (host[KEY]?.minute !== minute) host[KEY] = { minute, counts: new Map() }
  const { counts } = host[KEY]
  const bucket = `${kind} ${personId}`
  const n = (counts.get(bucket) ?? 0) + 1
  counts.set(bucket, n)
  const limit = kind === 'read' ? seams().limits.readsPerMinute : seams().limits.writesPerMinute
  if (n > limit) throw new Problem('slow-down', { retryAfter: Math.ceil(60 - (seconds % 60)) })
}
