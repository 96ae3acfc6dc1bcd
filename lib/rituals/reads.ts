import 'server-only'
import { columnOfDay, dayOfColumn } from '@/lib/db/day-column'
import type { CoupleScope, Scope } from '@/lib/db/with-viewer'
import type { Answer, Input } from '@/lib/http/contract'
import { cutPage, decodePageKey } from '@/lib/http/page-key'
import { Problem } from '@/lib/http/problem'
import { addDays, dayIn, daysFrom, type Day } from '@/lib/time/day'
import type { getRitual, KeptDate, listRituals, Ritual, TermsVersion } from './contract'
import { MARK_DAYS } from './late-dates'
import { occurrenceId } from './occurrence-id'
import { termsOn } from './ritual-dates'
import { byVersion, ritualOf, ritualsOf, versionsOf, type VersionRow } from './ritual-rows'

/** A page of the rituals of one couple. Of one I was never in there are none. Two statements. */
export async function readRituals(
  { db, viewer }: Scope,
  { coupleId: requestedId, after, limit = 20 }: Input<typeof listRituals>,
): Promise<Answer<typeof listRituals>> {
  const key = decodePageKey(after)
  const proposedAt = key && new Date(key.addedAt)
  const coupleId = requestedId ?? viewer.coupleId ?? NOBODY
  const found = await db.ritual.findMany({
    where: {
      coupleId,
      ...(key && proposedAt && { OR: [{ proposedAt: { lt: proposedAt } }, { proposedAt, id: { lt: key.id } }] }),
    },
    orderBy: [{ proposedAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
    select: { id: true, proposedAt: true },
  })
  const { rows, next } = cutPage(
    found.map((row) => ({ ...row, addedAt: row.proposedAt })),
    limit,
  )
  const versions = await db.ritualVersion.findMany({
    where: { coupleId, ritualId: { in: rows.map(({ id }) => id) } },
    orderBy: [...newestRituals, byVersion],
  })
  return { rows: ritualsOf(versions), next }
}

const newestRituals = [{ ritualProposedAt: 'desc' }, { ritualId: 'desc' }] as const
const NOBODY = '00000000-0000-0000-0000-000000000000'

/** How many versions of terms are read at once of all rituals that stand, or that stood. */
const mostVersions = 500

/** The rituals that are not over, of my couple: agreed ones and proposals, oldest first. One statement. */
export async function readOpenRituals({ db, viewer }: CoupleScope): Promise<Ritual[]> {
  const { coupleId } = viewer
  const rows = await db.ritualVersion.findMany({
    where: { coupleId, endedAt: null },
    orderBy: [{ ritualProposedAt: 'asc' }, { ritualId: 'asc' }, byVersion],
    take: mostVersions,
  })
  return ritualsOf(rows)
}

/** What was agreed and is over: ended rituals of my couple, and all that were agreed in former ones, newest first. One statement. */
export async function readPastRituals({ db, viewer }: Scope): Promise<Ritual[]> {
  const { coupleId } = viewer
  const rows = await db.ritualVersion.findMany({
    where: { OR: [{ endedAt: { not: null } }, { coupleId: { not: coupleId ?? NOBODY } }] },
    orderBy: [...newestRituals, byVersion],
    take: mostVersions,
  })
  return ritualsOf(rows).filter(({ terms }) => terms.agreed)
}

/** One ritual of my couple, or of another I was ever in; not-found for all else. One statement. */
export const readRitual = async (scope: Scope, id: string, coupleId?: string): Promise<Ritual> =>
  ritualOf(await readVersions(scope, id, coupleId))

/** As `readRitual`, with how each version of its terms was spoken about. One statement. */
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

/** Who took part in a ritual's dates of the last weeks; dates that nobody marked are not among them. One statement. */
export async function readKeptDates(
  scope: Scope,
  rituals: readonly Ritual[],
  at: { from: Day; to: Day } = lateSpan(scope),
): Promise<KeptDate[]> {
  const days = daysFrom(at.from, at.to)
  const dates = rituals.flatMap((ritual) =>
    days.filter((day) => termsOn(ritual, day)).map((onDate) => ({ planId: occurrenceId(ritual.id, onDate), onDate })),
  )
  if (dates.length === 0) return []
  const rows = await scope.db.takingPart.findMany({
    where: {
      coupleId: { in: [...new Set(rituals.map(({ coupleId }) => coupleId))] },
      planId: { in: dates.map(({ planId }) => planId) },
      tookPart: true,
    },
    select: { planId: true, personId: true },
    orderBy: { personId: 'asc' },
  })
  return dates
    .map((date) => ({
      ...date,
      tookPart: rows.filter(({ planId }) => planId === date.planId).map(({ personId }) => personId),
    }))
    .filter(({ tookPart }) => tookPart.length > 0)
}

/** How many kept dates stand on one page of a former ritual. */
const keptOnAPage = 50

/**
 * Every date of one ritual on which somebody took part, however long ago, newest first: a page of them, from before `before` on where it
 * is given, and where the next page begins, null at the end. Two statements.
 */
export async function readAllKeptDates(
  { db }: Scope,
  { id, coupleId }: Ritual,
  before: Day | null,
): Promise<{ rows: KeptDate[]; next: Day | null }> {
  const tookPart = { tookPart: true }
  const found = await db.plan.findMany({
    where: {
      coupleId,
      ritualId: id,
      takingPart: { some: tookPart },
      ...(before !== null && { onDate: { lt: columnOfDay(before) } }),
    },
    orderBy: { onDate: 'desc' },
    take: keptOnAPage + 1,
    select: {
      id: true,
      onDate: true,
      takingPart: { where: tookPart, select: { personId: true }, orderBy: { personId: 'asc' } },
    },
  })
  const rows = found.slice(0, keptOnAPage).map(({ id: planId, onDate, takingPart }) => ({
    planId,
    onDate: dayOfColumn(onDate),
    tookPart: takingPart.map(({ personId }) => personId),
  }))
  return { rows, next: found.length > keptOnAPage ? (rows.at(-1)?.onDate ?? null) : null }
}

function lateSpan({ viewer }: Scope): { from: Day; to: Day } {
  const { now, zone } = viewer
  const today = dayIn(now, zone)
  return { from: addDays(today, -MARK_DAYS - 2), to: addDays(today, 2) }
}

/** Whether words of what a ritual means stand there, so that a page holds their place only where some come. One statement. */
export const readHasMeanings = async ({ db }: Scope, { id, coupleId }: Ritual): Promise<boolean> =>
  (await db.meaning.findFirst({ where: { coupleId, ritualId: id }, select: { id: true } })) !== null

/** All of one ritual. The other's words are served while we are a couple. Three statements. */
export async function readWholeRitual(
  scope: Scope,
  { id, coupleId }: Input<typeof getRitual>,
): Promise<Answer<typeof getRitual>> {
  const { ritual, versions } = await readHistory(scope, id, coupleId)
  const rows = await scope.db.meaning.findMany({
    where: { coupleId: ritual.coupleId, ritualId: id },
    select: { id: true, personId: true, rev: true, sealed: true },
    orderBy: { personId: 'asc' },
  })
  const meanings = rows.map(({ sealed, ...row }) => ({ ...row, sealed: Buffer.from(sealed).toString('base64url') }))
  return { ...ritual, versions, meanings, kept: await readKeptDates(scope, [ritual]) }
}
