import { createHash } from 'node:crypto'
import { seams } from '../seams.ts'
import { Problem } from './problem.ts'

// Counted per person and minute in this process's memory, because a GET writes nothing. Never per couple, so that a
// person's requests can't slow down their partner's.
const KEY = Symbol.for('fivefold.rates')
type Rates = { minute: number; counts: Map<string, number>; people: Map<string, string> }

/** How many sessions are remembered: the people who opened a page since the last start, or since this was full. */
const MOST_PEOPLE = 10_000

function rates(): Rates {
  const host = globalThis as { [KEY]?: Rates }
  return (host[KEY] ??= { minute: 0, counts: new Map(), people: new Map() })
}

// A live secret is not kept in memory for longer than its request.
const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url')

/** Adds one to a bucket of this minute. Returns the seconds left of it if that is over `most`, else 0. */
function countInMinute(bucket: string, most: number): number {
  const held = rates()
  const seconds = seams().now().getTime() / 1000
  const minute = Math.floor(seconds / 60)
  if (held.minute !== minute) {
    held.minute = minute
    held.counts = new Map()
  }
  const n = (held.counts.get(bucket) ?? 0) + 1
  held.counts.set(bucket, n)
  return n > most ? Math.ceil(60 - (seconds % 60)) : 0
}

/** Counts a request of a person. Throws slow-down over the limit of this minute, with the seconds left of it. */
export function countRequest(personId: string, kind: 'read' | 'write'): void {
  const { readsPerMinute, writesPerMinute } = seams().limits
  const wait = countInMinute(`${kind} ${personId}`, kind === 'read' ? readsPerMinute : writesPerMinute)
  if (wait > 0) throw new Problem('slow-down', { retryAfter: wait })
}

/** Remembers whose session this is, so that its pages count for the person. Call it once the session was found live. */
export function notePageSession(secret: string, personId: string): void {
  const { people } = rates()
  if (people.size >= MOST_PEOPLE) people.clear()
  people.set(hashOf(secret), personId)
}

/**
 * Counts a page: for the person of a session that opened one before, else for the network, whatever cookie it sends.
 * Returns how many seconds to wait, or 0. Called before the page is drawn, because a drawn page has no other status.
 */
export function countPage(secret: string | null, network: string): number {
  const { pagesPerMinute, networkPagesPerMinute } = seams().limits
  const personId = secret === null ? undefined : rates().people.get(hashOf(secret))
  return personId === undefined
    ? countInMinute(`pages of ${network}`, networkPagesPerMinute)
    : countInMinute(`pages ${personId}`, pagesPerMinute)
}
