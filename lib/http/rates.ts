import 'server-only'
import { seams } from '@/lib/seams'
import { Problem } from './problem'

// Counted per person and minute in this process's memory, because a GET writes nothing. Never per couple, so that a
// person's requests can't slow down their partner's.
const KEY = Symbol.for('fivefold.rates')
type Rates = { minute: number; counts: Map<string, number> }

/** Counts a request of a person. Throws slow-down over the limit of this minute, with the seconds left of it. */
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
