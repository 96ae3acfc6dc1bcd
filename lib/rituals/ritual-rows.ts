import 'server-only'
import * as z from 'zod/mini'
import { columnOfDay, dayOfColumn } from '@/lib/db/day-column'
import { zoneOfColumn } from '@/lib/db/zone-column'
import { groupBy } from '@/lib/group-by'
import { storedDay } from '@/lib/time/schemas'
import type { Ritual, TermsVersion } from './contract'
import { heldOf } from './held-terms'
import { stateOf, termsSchema } from './terms'

/** A row of the view of rituals and the versions of their terms. */
export type VersionRow = Readonly<{
  coupleId: string
  ritualId: string
  version: number
  startsOn: Date
  zone: string
  proposedAt: Date
  agreedAt: Date | null
  closedAt: Date | null
  closedById: string | null
  ritualProposerId: string
  endedAt: Date | null
  endedById: string | null
  pauses: unknown
}>

/** The order of versions within a ritual: the first terms first. */
export const byVersion = { version: 'asc' } as const

const pauseRows = z.array(
  z.object({ personId: z.string(), saidAt: z.string(), from: storedDay, to: z.nullable(storedDay) }),
)

const termsOf = ({ startsOn, ...row }: VersionRow) =>
  termsSchema.parse({
    ...row,
    startsOn: dayOfColumn(startsOn),
    zone: zoneOfColumn(row.zone),
    agreed: row.agreedAt !== null,
  })

/** Makes a ritual of all its versions, in order. Throws if there are none. */
export function ritualOf(rows: readonly VersionRow[]): Ritual {
  const newest = rows.at(-1)
  if (!newest) throw new Error('A ritual without terms.')
  const { ritualId: id, coupleId, ritualProposerId: proposerId, endedAt, endedById } = newest
  const agreed = rows.flatMap((row) => (row.agreedAt ? [{ terms: termsOf(row), agreedAt: row.agreedAt }] : []))
  const holds = agreed.at(-1)?.terms
  const open = holds && endedAt === null && newest.agreedAt === null && newest.closedAt === null
  return {
    id,
    coupleId,
    proposerId,
    endedById,
    endedAt: endedAt?.toISOString() ?? null,
    state: stateOf(holds !== undefined, endedAt !== null),
    version: newest.version,
    terms: holds ?? termsOf(newest),
    suggested: open ? termsOf(newest) : null,
    held: heldOf(agreed),
    pauses: pauseRows
      .parse(newest.pauses)
      .map(({ saidAt, ...pause }) => ({ ...pause, saidAt: new Date(saidAt).toISOString() })),
  }
}

const versionsInJson = z.array(
  z.looseObject({
    coupleId: z.string(),
    ritualId: z.string(),
    version: z.int(),
    startsOn: storedDay,
    zone: z.string(),
    proposedAt: z.string(),
    agreedAt: z.nullable(z.string()),
    closedAt: z.nullable(z.string()),
    closedById: z.nullable(z.string()),
    ritualProposerId: z.string(),
    endedAt: z.nullable(z.string()),
    endedById: z.nullable(z.string()),
    pauses: z.unknown(),
  }),
)

const instantOrNull = (text: string | null): Date | null => (text === null ? null : new Date(text))

/** Parses the versions of a ritual that a view holds as JSON, in order. Throws if they have another shape. */
export const parseVersions = (json: unknown): VersionRow[] =>
  versionsInJson.parse(json).map(({ startsOn, proposedAt, agreedAt, closedAt, endedAt, pauses, ...row }) => ({
    ...row,
    pauses,
    startsOn: columnOfDay(startsOn),
    proposedAt: new Date(proposedAt),
    agreedAt: instantOrNull(agreedAt),
    closedAt: instantOrNull(closedAt),
    endedAt: instantOrNull(endedAt),
  }))

/** Makes rituals of their versions, which are in order for each. Keeps the order of their first rows. */
export const ritualsOf = (rows: readonly VersionRow[]): Ritual[] =>
  [...groupBy(rows, ({ ritualId }) => ritualId).values()].map(ritualOf)

/** Makes the history of a ritual's terms of all its versions, oldest first. */
export const versionsOf = (rows: readonly VersionRow[]): TermsVersion[] =>
  rows.map((row) => ({
    terms: termsOf(row),
    suggestedAt: row.proposedAt.toISOString(),
    agreedAt: row.agreedAt?.toISOString() ?? null,
    closed: row.closedAt && row.closedById ? { personId: row.closedById, at: row.closedAt.toISOString() } : null,
  }))
