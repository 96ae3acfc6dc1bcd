import 'server-only'
import { createHash } from 'node:crypto'
import type pg from 'pg'
import type { Day } from '@/lib/time/day'
import type { WeekStart } from '@/lib/time/week'
import type { ZoneHistory } from '@/lib/time/past-zones'
import { zoneOfColumn } from './zone-column'

/** A session and its person. Days are in the person's zone; `now` is the instant of the request. */
type SignedInPerson = ZoneHistory &
  Readonly<{
    sessionId: string
    personId: string
    locale: string
    lastUsedOn: Day
    onlyMe: boolean
    now: Date
  }>

/** A viewer in a couple: their place in it, the first weekday of its weeks, and the day on which the two paired. */
export type PairedViewer = SignedInPerson &
  Readonly<{ coupleId: string; slot: 1 | 2; weekStart: WeekStart; startedOn: Day }>

type SingleViewer = SignedInPerson & Readonly<{ coupleId: null; slot: 0; weekStart: null; startedOn: null }>

/** The person whose request this is, as `gate.enter` found them. */
export type Viewer = PairedViewer | SingleViewer

/**
 * Hashes the secret of a session, device or invite for storage. SHA-256 without a salt, because the secrets are random.
 */
export const secretHash = (secret: string): Buffer<ArrayBuffer> => createHash('sha256').update(secret).digest()

const columns = `session_id as "sessionId", person_id as "personId",
  nullif(couple_id, '00000000-0000-0000-0000-000000000000') as "coupleId", slot, week_start as "weekStart",
  started_on::text as "startedOn", zone, zones_before as "zonesBefore", locale,
  last_used_on::text as "lastUsedOn", only_me as "onlyMe"`

/**
 * Returns SQL that enters as the person of the session with this secret. It is sent in one message with BEGIN, which
 * takes no parameters, so both values are written into the text. They come from a hash and from a Date and contain no
 * quote.
 */
export const enterSql = (secret: string, instant: Date): string =>
  `select ${columns} from gate.enter('\\x${secretHash(secret).toString('hex')}', '${instant.toISOString()}')`

/** Reads the viewer from the result of `enterSql`, or null if no live session has the secret. */
export function readViewer(found: pg.QueryResult | null, instant: Date): Viewer | null {
  const [entered] = (found?.rows ?? []) as Viewer[]
  if (!entered) return null
  const zonesBefore = entered.zonesBefore.map(({ zone, until }) => ({ zone: zoneOfColumn(zone), until }))
  return Object.freeze({ ...entered, zone: zoneOfColumn(entered.zone), zonesBefore, now: instant })
}
