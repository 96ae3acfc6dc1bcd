import 'server-only'
import { selectMomentPage } from '@/lib/db/sealed-lists'
import { onlyOwnIn, type Scope } from '@/lib/db/with-viewer'
import type { Answer, Input } from '@/lib/http/contract'
import { decodePageKey, pageOf } from '@/lib/http/page-key'
import { Problem } from '@/lib/http/problem'
import type { listMoments } from './contract'
import { listedMoment, momentColumns, type StoredMoment } from './rows'

const pageLength = 30

/**
 * Reads the moments of a couple, on any day or on some days, newest first: of the active couple by default, only the viewer's of a former couple.
 * One statement.
 */
export async function readMoments(
  scope: Scope,
  { coupleId: requestedId, after, limit = pageLength, from, to }: Input<typeof listMoments>,
): Promise<Answer<typeof listMoments>> {
  const coupleId = requestedId ?? scope.viewer.coupleId
  if (coupleId === null) return { rows: [], next: null }
  return pageOf(
    await selectMomentPage(scope, decodePageKey(after), limit, [
      coupleId,
      onlyOwnIn(scope, coupleId),
      from ?? null,
      to ?? null,
    ]),
    listedMoment,
  )
}

/** Finds a moment that the viewer may see, in the active couple first. Throws not-found. Two to four statements. */
export async function findMoment({ db, viewer }: Scope, id: string): Promise<StoredMoment> {
  const { coupleId, personId } = viewer
  const active = coupleId && (await db.moment.findFirst({ where: { coupleId, id }, select: momentColumns }))
  const found = active || (await db.moment.findFirst({ where: { id, author: { personId } }, select: momentColumns }))
  if (!found) throw new Problem('not-found')
  return found
}
