import 'server-only'
import type { Scope } from '@/lib/db/with-viewer'
import type { Answer, Input } from '@/lib/http/contract'
import { afterKey, cutPage, decodePageKey } from '@/lib/http/page-key'
import { Problem } from '@/lib/http/problem'
import type { listMoments } from './contract'
import { momentColumns, momentRow, type StoredMoment } from './rows'

const pageLength = 30

/**
 * Reads the moments of a couple, newest first: of the active couple by default, only the viewer's of a former couple.
 * Two statements.
 */
export async function readMoments(
  { db, viewer }: Scope,
  { coupleId: requestedId, after, limit = pageLength }: Input<typeof listMoments>,
): Promise<Answer<typeof listMoments>> {
  const coupleId = requestedId ?? viewer.coupleId
  if (coupleId === null) return { rows: [], next: null }
  const found = await db.moment.findMany({
    where: { coupleId, ...afterKey(decodePageKey(after)) },
    orderBy: [{ addedAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
    select: momentColumns,
  })
  const { rows, next } = cutPage(found, limit)
  return { rows: rows.map(momentRow), next }
}

/** Finds a moment that the viewer may see, in the active couple first. Throws not-found. Two to four statements. */
export async function findMoment({ db, viewer }: Scope, id: string): Promise<StoredMoment> {
  const { coupleId, personId } = viewer
  const active = coupleId && (await db.moment.findFirst({ where: { coupleId, id }, select: momentColumns }))
  const found = active || (await db.moment.findFirst({ where: { id, author: { personId } }, select: momentColumns }))
  if (!found) throw new Problem('not-found')
  return found
}
