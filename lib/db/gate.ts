import 'server-only'
import { createHash } from 'node:crypto'
import type pg from 'pg'
import type { Day } from '@/lib/time/day'
import type { WeekStart } from '@/lib/time/week'
import type { Zone } from '@/lib/time/zone'

/** The session that entered and its person. Days are those of the person's zone; `now` is the instant of the request. */
type SignedInPerson = Readonly<{
  sessionId: string
  personId: string
  zone: Zone
  locale: string
  lastUsedOn: Day
  onlyMe: boolean
  now: Date
}>

/** A viewer in a couple: their place in it, the weekday that its weeks begin with, and since when the two are a couple. */
export type PairedViewer = SignedInPerson &
  Readonly<{ coupleId: string; slot: 1 | 2; weekStart: WeekStart; pairedAt: Date }>

type SingleViewer = SignedInPerson & Readonly<{ coupleId: null; slot: 0; weekStart: null; pairedAt: null }>

/** Who is asking, as `gate.enter` found them. */
export type Viewer = PairedViewer | SingleViewer

/** The hash under which a session's, device's or invite's secret is stored. SHA-256: the secrets are random, so it needs no salt. */
export const secretHash = (secret: string): Buffer<ArrayBuffer> => createHash('sha256').update(secret).digest()

const columns = `session_id as "sessionId", person_id as "personId",
  nullif(couple_id, '00000000-0000-0000-0000-000000000000') as "coupleId", slot, week_start as "weekStart",
  paired_at as "pairedAt", zone, locale,
  last_used_on::text as "lastUsedOn", only_me as "onlyMe"`

/**
 * SQL that enters as the person of the session whose secret this is. It shares its message with BEGIN, where no parameter can be:
 * both values are written into it, from a hash and from a Date, and hold no quote.
 */
export const enterSql = (secret: string, instant: Date): string =>
  `select ${columns} from gate.enter('\\x${secretHash(secret).toString('hex')}', '${instant.toISOString()}')`

/** Who entered, by the answer to `enterSql`; null where no live session has the secret. */
export function readViewer(found: pg.QueryResult | null, instant: Date): Viewer | null {
  const [entered] = (found?.rows ?? []) as Viewer[]
  return entered ? Object.freeze({ ...entered, now: instant }) : null
}
