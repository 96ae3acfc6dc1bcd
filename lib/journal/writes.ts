import 'server-only'
import { columnOfDay } from '@/lib/db/day-column'
import { insertEntries } from '@/lib/db/entries-sql'
import { columnOfSealed } from '@/lib/db/sealed-column'
import { sqlState } from '@/lib/db/sql-state'
import type { CoupleScope, Scope } from '@/lib/db/with-viewer'
import type { Answer, Input } from '@/lib/http/contract'
import { keepVersion } from '@/lib/http/keep-version'
import { Problem } from '@/lib/http/problem'
import { isTodaySomewhere, type Day } from '@/lib/time/day'
import type { addEntries, addReply, putEntry, putReply, putSharedEntry, shareEntry } from './contract'
import { findPage, readEntry, readSharedEntry } from './reads'
import { entryRow, replyColumns, replyRow, sharedEntryColumns, sharedEntryRow } from './rows'

/**
 * Adds private pages, and answers the saved row of each, in the order given, as many as fit into an answer. A page that
 * exists already is not changed. One statement.
 */
export async function keepEntries(
  scope: Scope,
  { entries }: Input<typeof addEntries>,
): Promise<Answer<typeof addEntries>> {
  const saved = await insertEntries(
    scope,
    entries.map(({ id, sealed }) => ({ id, sealed: columnOfSealed(sealed) })),
  )
  const rows = new Map(saved.map((row) => [row.id, entryRow(row)]))
  return { rows: entries.flatMap(({ id }) => rows.get(id) ?? []) }
}

/** Saves the next version of a private page of the viewer's. Throws not-found, version-changed. */
export async function changeEntry(
  scope: Scope,
  { id, sealed, ifMatch }: Input<typeof putEntry>,
): Promise<Answer<typeof putEntry>> {
  const { personId: ownerId, now } = scope.viewer
  const rev = ifMatch + 1
  return keepVersion(
    { id, rev, sealed },
    {
      write: () =>
        scope.db.privateEntry.updateMany({
          where: { ownerId, id, rev: ifMatch },
          data: { rev, sealed: columnOfSealed(sealed), writtenAt: now },
        }),
      read: () => readEntry(scope, { id }),
    },
  )
}

/**
 * Shares a page with the partner of the active couple. A retry is answered with the saved page. Throws not-paired where
 * the page was sealed for another couple, day-out-of-range where the day is today nowhere on Earth, id-taken.
 */
export async function keepSharedEntry(
  { db, viewer }: CoupleScope,
  page: Input<typeof shareEntry>,
): Promise<Answer<typeof shareEntry>> {
  const { personId: authorId, coupleId: active, now } = viewer
  const { id, coupleId, kind, types, day, sealed } = page
  if (coupleId !== active) throw new Problem('not-paired')
  const find = () => db.sharedEntry.findFirst({ where: { coupleId, id }, select: sharedEntryColumns })
  let current = await find()
  if (!current) {
    requireToday(day, now)
    const row = {
      coupleId,
      id,
      authorId,
      rev: 1,
      kind,
      types,
      day: columnOfDay(day),
      sealed: columnOfSealed(sealed),
      addedAt: now,
      writtenAt: now,
    }
    await db.sharedEntry.createMany({ data: [row], skipDuplicates: true })
    current = await find()
  }
  if (current?.authorId !== authorId) throw new Problem('id-taken')
  return sharedEntryRow(current)
}

/**
 * Saves the next version of a page that the viewer shared; `removed` takes it back, and a later version without it
 * brings it back. Throws not-found, ended, version-changed.
 */
export async function changeSharedEntry(
  scope: Scope,
  change: Input<typeof putSharedEntry>,
): Promise<Answer<typeof putSharedEntry>> {
  const { personId: authorId, coupleId: active, now } = scope.viewer
  const { pageId, types, removed, sealed, ifMatch } = change
  const { coupleId, ...page } = await findPage(scope, pageId)
  if (page.authorId !== authorId) throw new Problem('not-found')
  if (coupleId !== active) throw new Problem('ended')
  const rev = ifMatch + 1
  return keepVersion(
    { id: pageId, rev, sealed },
    {
      write: () =>
        scope.db.sharedEntry.updateMany({
          where: { coupleId, id: pageId, authorId, rev: ifMatch },
          data: { rev, types, removed, sealed: columnOfSealed(sealed), writtenAt: now },
        }),
      read: () => readSharedEntry(scope, { pageId }),
    },
  )
}

/**
 * Adds a reply to a page of the active couple. A retry is answered with the saved reply. Throws not-found, ended,
 * page-taken-back, day-out-of-range, id-taken.
 */
export async function keepReply(
  scope: Scope,
  { pageId, id, day, sealed }: Input<typeof addReply>,
): Promise<Answer<typeof addReply>> {
  const { personId: authorId, coupleId: active, now } = scope.viewer
  const { coupleId, ...page } = await findPage(scope, pageId)
  if (coupleId !== active) throw new Problem('ended')
  const find = () => scope.db.reply.findFirst({ where: { coupleId, id }, select: replyColumns })
  let current = await find()
  if (!current) {
    if (page.removed) throw new Problem('page-taken-back')
    requireToday(day, now)
    const row = {
      coupleId,
      id,
      pageId,
      authorId,
      rev: 1,
      day: columnOfDay(day),
      sealed: columnOfSealed(sealed),
      addedAt: now,
      writtenAt: now,
    }
    await scope.db.reply.createMany({ data: [row], skipDuplicates: true }).catch(throwPageTakenBack)
    current = await find()
  }
  if (current?.authorId !== authorId || current.pageId !== pageId) throw new Problem('id-taken')
  return replyRow(current)
}

/**
 * Saves the next version of a reply of the viewer's. It can be changed after its page was taken back: then only its
 * author sees it. Throws not-found, ended, version-changed.
 */
export async function changeReply(scope: Scope, change: Input<typeof putReply>): Promise<Answer<typeof putReply>> {
  const { personId: authorId, coupleId: active, now } = scope.viewer
  const { pageId, replyId: id, removed, sealed, ifMatch } = change
  const { coupleId } = await findPage(scope, pageId)
  const read = async () => {
    const reply = await scope.db.reply.findFirst({
      where: { coupleId, id, pageId, authorId },
      select: replyColumns,
    })
    if (!reply) throw new Problem('not-found')
    return replyRow(reply)
  }
  if (coupleId !== active) {
    await read()
    throw new Problem('ended')
  }
  const rev = ifMatch + 1
  return keepVersion(
    { id, rev, sealed },
    {
      write: () =>
        scope.db.reply.updateMany({
          where: { coupleId, id, pageId, authorId, rev: ifMatch },
          data: { rev, removed, sealed: columnOfSealed(sealed), writtenAt: now },
        }),
      read,
    },
  )
}

function requireToday(day: Day, now: Date): void {
  if (!isTodaySomewhere(day, now)) throw new Problem('day-out-of-range', { fields: ['body.day'] })
}

// The policy checks the page again when the reply is inserted: its author may have taken it back since it was read
// above.
function throwPageTakenBack(error: unknown): never {
  throw sqlState(error) === '42501' ? new Problem('page-taken-back') : error
}
