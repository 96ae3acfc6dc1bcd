import 'server-only'
import { selectRitualTexts } from '@/lib/db/page-sql'
import { selectRitualsSince } from '@/lib/db/plan-sql'
import { columnOfDay } from '@/lib/db/day-column'
import { rowWithSealed, sealedColumns } from '@/lib/db/sealed-column'
import type { CoupleScope, Scope } from '@/lib/db/with-viewer'
import type { Answer, Input } from '@/lib/http/contract'
import { cutPage, decodePageKey } from '@/lib/http/page-key'
import { Problem } from '@/lib/http/problem'
import { addDays, type Day } from '@/lib/time/day'
import type { getRitual, listRituals, Ritual, TermsVersion } from './contract'
import { byVersion, parseVersions, ritualOf, ritualsOf, versionsOf, type VersionRow } from './ritual-rows'

type RitualKey = Readonly<{ id: string; proposedAt: Date }>

/** Cuts a page of rituals by when they were proposed. */
const cutRituals = <Row extends RitualKey>(found: readonly Row[], limit: number) =>
  cutPage(
    found.map((row) => ({ ...row, addedAt: row.proposedAt })),
    limit,
  )

const afterRitual = (after: string | undefined) => {
  const key = decodePageKey(after)
  if (!key) return {}
  const proposedAt = new Date(key.addedAt)
  return { OR: [{ proposedAt: { lt: proposedAt } }, { proposedAt, id: { lt: key.id } }] }
}

/** The versions that a list needs: those that were agreed decide the dates, and the newest may be open. */
const versionsThatCount = { OR: [{ agreedAt: { not: null } }, { newest: true }] }

/** Reads a page of a couple's rituals. Empty for a couple that the viewer was never in. Two statements. */
export async function readRituals(
  { db, viewer }: Scope,
  { coupleId: requestedId, after, limit = 20 }: Input<typeof listRituals>,
): Promise<Answer<typeof listRituals>> {
  const coupleId = requestedId ?? viewer.coupleId ?? NO_COUPLE
  const found = await db.ritual.findMany({
    where: { coupleId, ...afterRitual(after) },
    orderBy: [{ proposedAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
    select: { id: true, proposedAt: true },
  })
  const { rows, next } = cutRituals(found, limit)
  const versions = await db.ritualVersion.findMany({
    where: { coupleId, ritualId: { in: rows.map(({ id }) => id) }, ...versionsThatCount },
    orderBy: [...newestRituals, byVersion],
  })
  return { rows: ritualsOf(versions), next }
}

const newestRituals = [{ ritualProposedAt: 'desc' }, { ritualId: 'desc' }] as const
const NO_COUPLE = '00000000-0000-0000-0000-000000000000'

/**
 * Reads the couple's agreed rituals and proposals, oldest first. One statement. There are at most `openRituals` of each
 * person.
 */
export async function readOpenRituals({ db, viewer }: CoupleScope): Promise<Ritual[]> {
  const { coupleId } = viewer
  const rows = await db.ritualVersion.findMany({
    where: { coupleId, endedAt: null, ...versionsThatCount },
    orderBy: [{ ritualProposedAt: 'asc' }, { ritualId: 'asc' }, byVersion],
  })
  return ritualsOf(rows)
}

/**
 * Reads the couple's rituals and proposals that have not ended, or ended on the day `since` or later by any clock, so
 * that what had begun by then is found. Oldest first. One statement.
 */
export const readRitualsSince = async (scope: CoupleScope, since: Day): Promise<Ritual[]> =>
  ritualsOf(await selectRitualsSince(scope, columnOfDay(addDays(since, -1))))

/** How many past rituals a page shows. */
const PAST_ON_PAGE = 30

/**
 * Reads a page of the couple's ended rituals, and of all that were agreed in former couples, newest first. `after`: the
 * `next` of the page before. One statement.
 */
export async function readPastRituals(
  { db, viewer }: Scope,
  after?: string,
): Promise<{ rows: Ritual[]; next: string | null }> {
  const { coupleId } = viewer
  const found = await db.agreedRitual.findMany({
    where: {
      AND: [afterRitual(after), { OR: [{ endedAt: { not: null } }, { coupleId: { not: coupleId ?? NO_COUPLE } }] }],
    },
    orderBy: [{ proposedAt: 'desc' }, { id: 'desc' }],
    take: PAST_ON_PAGE + 1,
    select: { id: true, proposedAt: true, versions: true },
  })
  const { rows, next } = cutRituals(found, PAST_ON_PAGE)
  return { rows: rows.map(({ versions }) => ritualOf(parseVersions(versions))), next }
}

/** Reads a ritual of the viewer's couple, or of a former one. Throws `not-found`. One statement. */
export const readRitual = async (scope: Scope, id: string, coupleId?: string): Promise<Ritual> =>
  ritualOf(await readVersions(scope, id, coupleId))

/** As `readRitual`, with every version of its terms. One statement. */
export async function readHistory(
  scope: Scope,
  id: string,
  coupleId?: string,
): Promise<{ ritual: Ritual; versions: TermsVersion[] }> {
  const rows = await readVersions(scope, id, coupleId)
  return { ritual: ritualOf(rows), versions: versionsOf(rows) }
}

async function readVersions(
  { db, viewer }: Scope,
  ritualId: string,
  requestedId: string | undefined,
): Promise<VersionRow[]> {
  const coupleId = requestedId ?? viewer.coupleId
  const rows =
    coupleId === null ? [] : await db.ritualVersion.findMany({ where: { coupleId, ritualId }, orderBy: byVersion })
  if (rows.length === 0) throw new Problem('not-found')
  return rows
}

/**
 * Whether anybody wrote what a ritual means, or a line to remember one of its dates by, so that a page keeps room only if
 * there is something to open. One statement.
 */
export const readHasTexts = (
  scope: Scope,
  { id, coupleId }: Pick<Ritual, 'id' | 'coupleId'>,
): Promise<Readonly<{ meanings: number; hasLines: boolean }>> => selectRitualTexts(scope, { id, coupleId })

/**
 * Reads what a ritual means to each, sealed. The partner's text is served only while they are a couple. One statement.
 */
export async function readMeanings(
  { db }: Scope,
  { id, coupleId }: Ritual,
): Promise<Answer<typeof getRitual>['meanings']> {
  const rows = await db.meaning.findMany({
    where: { coupleId, ritualId: id },
    select: sealedColumns,
    orderBy: { personId: 'asc' },
  })
  return rows.map(rowWithSealed)
}
