import 'server-only'
import { sealedOfColumn } from '@/lib/db/sealed-column'
import { selectLinePage, type LineRecord } from '@/lib/db/sealed-lists'
import { onlyOwnIn, type Scope } from '@/lib/db/with-viewer'
import type { Answer, Input } from '@/lib/http/contract'
import { decodePageKey, pageOf } from '@/lib/http/page-key'
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
  const values = [coupleId, onlyOwnIn(scope, coupleId), ritualId ?? null, from ?? null, to ?? null]
  return pageOf(await selectLinePage(scope, decodePageKey(after), limit, values), listedLine)
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
