import 'server-only'
import { sealedOfColumn } from '@/lib/db/sealed-column'
import { selectLinePage, type LineRecord } from '@/lib/db/sealed-lists'
import type { Scope } from '@/lib/db/with-viewer'
import type { Answer, Input } from '@/lib/http/contract'
import { decodePageKey, pageOf } from '@/lib/http/page-key'
import type { Ritual } from '@/lib/rituals/contract'
import type { ListedLine, listLines } from './contract'

const PAGE_LENGTH = 30

/**
 * Reads lines to remember plans by, of people who took part, by the planned day, the latest first: both people's of the
 * active couple (the default), only the viewer's of a former couple. A couple that the viewer was never in has none. One
 * statement.
 */
export async function readLines(
  scope: Scope,
  { coupleId: requestedId, ritualId, from, to, after, limit = PAGE_LENGTH }: Input<typeof listLines>,
): Promise<Answer<typeof listLines>> {
  const coupleId = requestedId ?? scope.viewer.coupleId
  if (coupleId === null) return { rows: [], next: null }
  const values = [coupleId, ritualId ?? null, from ?? null, to ?? null]
  return pageOf(await selectLinePage(scope, decodePageKey(after), limit, values), listedLine)
}

/** Whether anybody wrote a line to remember a date of a ritual by, so that a page holds its place. One statement. */
export async function readHasLines({ db }: Scope, { id, coupleId }: Pick<Ritual, 'id' | 'coupleId'>): Promise<boolean> {
  const tookPart = { takingPart: { some: { tookPart: true } } }
  const found = await db.planLine.findFirst({
    where: { coupleId, plan: { ritualId: id, ...tookPart } },
    select: { id: true },
  })
  return found !== null
}

const listedLine = ({ id, personId, rev, sealed, planId, ritualId, onDate, plannedOn }: LineRecord): ListedLine => ({
  id,
  personId,
  rev,
  sealed: sealedOfColumn(sealed),
  planId,
  ritualId,
  onDate,
  plannedOn,
})
