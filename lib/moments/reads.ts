import 'server-only'
import type { Scope } from '@/lib/db/with-viewer'
import type { Answer, Input } from '@/lib/http/contract'
import { afterKey, cutPage, decodePageKey } from '@/lib/http/page-key'
import { Problem } from '@/lib/http/problem'
import type { listMoments } from './contract'
import { momentColumns, momentRow, type KeptMoment } from './rows'

const pageLength = 30

/** Moments of one couple, the active one by default, newest first; of a former couple the policies show my own alone. Two statements. */
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

/** A moment that I may see, of my active couple first, or not-found. Two to four statements. */
export async function findMoment({ db, viewer }: Scope, id: string): Promise<KeptMoment> {
  const { coupleId, personId } = viewer
  const ours = coupleId && (await db.moment.findFirst({ where: { coupleId, id }, select: momentColumns }))
  const found = ours || (await db.moment.findFirst({ where: { id, author: { personId } }, select: momentColumns }))
  if (!found) throw new Problem('not-found')
  return found
}
