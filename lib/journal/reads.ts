import 'server-only'
import { selectCoupleReplyPage, selectEntryPage, selectReplyPage, selectSharedEntryPage } from '@/lib/db/sealed-lists'
import { onlyOwnIn, type Scope } from '@/lib/db/with-viewer'
import type { Answer, Input } from '@/lib/http/contract'
import { decodePageKey, pageOf } from '@/lib/http/page-key'
import { Problem } from '@/lib/http/problem'
import type {
  getEntry,
  getSharedEntry,
  listEntries,
  listCoupleReplies,
  listReplies,
  listSharedEntries,
} from './contract'
import { entryColumns, entryRow, listedReply, listedSharedEntry, sharedEntryColumns, sharedEntryRow } from './rows'

const pageLength = 30
const newestFirst = [{ addedAt: 'desc' as const }, { id: 'desc' as const }]

/** Reads the viewer's private pages, newest first. One statement. */
export async function readEntries(
  scope: Scope,
  { after, limit = pageLength }: Input<typeof listEntries>,
): Promise<Answer<typeof listEntries>> {
  return pageOf(await selectEntryPage(scope, decodePageKey(after), limit, [scope.viewer.personId]), entryRow)
}

/** Reads a private page of the viewer's. Throws not-found. One statement. */
export async function readEntry(
  { db, viewer }: Scope,
  { id }: Input<typeof getEntry>,
): Promise<Answer<typeof getEntry>> {
  const { personId } = viewer
  const found = await db.privateEntry.findFirst({
    where: { ownerId: personId, id },
    select: entryColumns,
  })
  if (!found) throw new Problem('not-found')
  return entryRow(found)
}

/** Counts the viewer's private pages, up to the three that Today shows to a person who is alone. One statement. */
export const readNewestCount = ({ db, viewer }: Scope): Promise<number> =>
  db.privateEntry.count({ where: { ownerId: viewer.personId }, take: 3 })

/**
 * Reads the shared pages of a couple, newest first: both people's of the active couple (the default), only the viewer's
 * of a former couple. A couple that the viewer was never in has none. One statement.
 */
export async function readSharedEntries(
  scope: Scope,
  { coupleId: requestedId, from, to, after, limit = pageLength }: Input<typeof listSharedEntries>,
): Promise<Answer<typeof listSharedEntries>> {
  const coupleId = requestedId ?? scope.viewer.coupleId
  if (coupleId === null) return { rows: [], next: null }
  const values = [coupleId, onlyOwnIn(scope, coupleId), from ?? null, to ?? null]
  return pageOf(await selectSharedEntryPage(scope, decodePageKey(after), limit, values), listedSharedEntry)
}

/** Reads a shared page that the viewer may see. Throws not-found. */
export async function readSharedEntry(
  scope: Scope,
  { pageId }: Input<typeof getSharedEntry>,
): Promise<Answer<typeof getSharedEntry>> {
  return sharedEntryRow(await findPage(scope, pageId))
}

/** Reads the replies to a page that the viewer may see, newest first. Throws not-found. */
export async function readReplies(
  scope: Scope,
  { pageId, after, limit = pageLength }: Input<typeof listReplies>,
): Promise<Answer<typeof listReplies>> {
  const { coupleId } = await findPage(scope, pageId)
  return pageOf(await selectReplyPage(scope, decodePageKey(after), limit, [coupleId, pageId]), listedReply)
}

/**
 * Reads the replies in a couple, newest first: both people's in the active couple (the default), only the viewer's in a
 * former couple. One statement.
 */
export async function readCoupleReplies(
  scope: Scope,
  { coupleId: requestedId, after, limit = pageLength }: Input<typeof listCoupleReplies>,
): Promise<Answer<typeof listCoupleReplies>> {
  const coupleId = requestedId ?? scope.viewer.coupleId
  if (coupleId === null) return { rows: [], next: null }
  return pageOf(
    await selectCoupleReplyPage(scope, decodePageKey(after), limit, [coupleId, onlyOwnIn(scope, coupleId)]),
    listedReply,
  )
}

/**
 * Finds a page that policies show to the viewer: in the active couple, or their own in a former couple. Throws
 * not-found. An id is unique only within a couple, so the active couple goes first. The table's key begins with the
 * couple, so a page of a former couple is found through the viewer's memberships. One or two statements.
 */
export async function findPage({ db, viewer }: Scope, pageId: string) {
  const { coupleId, personId } = viewer
  const active =
    coupleId && (await db.sharedEntry.findFirst({ where: { coupleId, id: pageId }, select: sharedEntryColumns }))
  const found =
    active ||
    (await db.sharedEntry.findFirst({
      where: { id: pageId, author: { personId } },
      orderBy: newestFirst,
      select: sharedEntryColumns,
    }))
  if (!found) throw new Problem('not-found')
  return found
}
