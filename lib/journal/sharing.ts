// The journal's device side for what both read: sharing a page as a new object, taking it back, replies.
import type { Device } from '@/lib/device/device'
import type { Answer, Input } from '@/lib/http/contract'
import type { IntimacyType } from '@/lib/intimacy/intimacy-type'
import type { Day } from '@/lib/time/day'
import { randomUuid } from '@/lib/vault/primitives'
import { sealRemoved, sealText } from '@/lib/vault/sealed-text'
import { readText } from '@/lib/vault/strict-json'
import type { Vault } from '@/lib/vault/vault'
import {
  addReply,
  getSharedEntry,
  listCoupleReplies,
  listReplies,
  listSharedEntries,
  putReply,
  putSharedEntry,
  shareEntry,
  type ReplyRow,
  type SharedEntryRow,
} from './contract'
import { todayOf } from './device'
import { noteKept, openOne, openRows, type RowText, type RowReader } from '@/lib/device/opened-rows'
import { readSharedPage, sharedBody, type SharedPage } from './share'

export type OpenedSharedPage = SharedEntryRow & Readonly<{ opened: RowText<SharedPage> }>
export type OpenedReply = ReplyRow & Readonly<{ opened: RowText<string> }>

const metaOf = ({ types, day, kind }: { types: readonly IntimacyType[]; day: Day; kind: SharedEntryRow['kind'] }) => ({
  types: [...types],
  day,
  kind,
})

const readingPages: RowReader<SharedEntryRow, SharedPage> = {
  served: ({ id, rev, authorId: author, coupleId, sealed, ...plain }) => ({
    magic: 'fivefold-entry/v1',
    id,
    rev,
    author,
    sealed,
    visibility: 'shared',
    pair: coupleId,
    meta: metaOf(plain),
  }),
  removed: ({ removed }) => removed,
  read: ({ body }, { kind }) => readSharedPage(kind, body),
}

/** A page of what was shared in a couple, newest first, each opened; of the active couple where none is named, on any day unless days are. */
export async function fetchSharedPages(
  device: Device,
  vault: Vault,
  { coupleId, after, from, to }: { coupleId?: string; after?: string; from?: Day; to?: Day } = {},
): Promise<{ rows: OpenedSharedPage[]; next: string | null }> {
  const { rows, next } = await device.call(listSharedEntries, { coupleId, after, from, to })
  return { rows: await openRows(device, vault, rows, readingPages), next }
}

/** One shared page. Throws `Problem` (not-found), `Unreachable`, `EarlierState`. */
export async function fetchSharedPage(device: Device, vault: Vault, pageId: string): Promise<OpenedSharedPage> {
  return openOne(device, vault, await device.call(getSharedEntry, { pageId }), readingPages)
}

/** What was previewed, sealed and ready to go: send it as often as it takes. */
export type SealedShare = Input<typeof shareEntry>

/**
 * Seals what was previewed, for me and the partner of the couple, as a new object of its own. Nothing leaves. Throws
 * `no-pinned-partner` while this device hasn't checked the partner's keys.
 */
export async function sealShare(
  device: Device,
  vault: Vault,
  { coupleId, page, types }: { coupleId: string; page: SharedPage; types: readonly IntimacyType[] },
): Promise<SealedShare> {
  const id = randomUuid()
  const plain = { types: [...types], day: todayOf(device), kind: page.kind }
  const sealed = await sealText(vault, {
    magic: 'fivefold-entry/v1',
    id,
    rev: 1,
    visibility: 'shared',
    pair: coupleId,
    meta: metaOf(plain),
    body: sharedBody(page),
  })
  return { id, coupleId, ...plain, sealed }
}

/** Shares it. Throws `Problem` (not-paired, day-out-of-range), `Unreachable`. */
export async function sendShare(device: Device, vault: Vault, share: SealedShare): Promise<OpenedSharedPage> {
  return openOne(device, vault, await device.call(shareEntry, share), readingPages)
}

/** Other words for the partner: the next version of the shared copy alone. */
export function editSharedPage(
  device: Device,
  vault: Vault,
  row: SharedEntryRow,
  { page, types }: { page: SharedPage; types: readonly IntimacyType[] },
): Promise<OpenedSharedPage> {
  return putPage(device, vault, row, types, false, (meta, rev) =>
    sealText(vault, {
      magic: 'fivefold-entry/v1',
      id: row.id,
      rev,
      visibility: 'shared',
      pair: row.coupleId,
      meta,
      body: sharedBody(page),
    }),
  )
}

/** Takes a page back: emptied for both, and it feeds nothing any more. `editSharedPage` brings it back. */
export function takeBackPage(device: Device, vault: Vault, row: SharedEntryRow): Promise<OpenedSharedPage> {
  return putPage(device, vault, row, [], true, (meta, rev) =>
    sealRemoved(vault, { id: row.id, rev, visibility: 'shared', pair: row.coupleId, meta }),
  )
}

async function putPage(
  device: Device,
  vault: Vault,
  row: SharedEntryRow,
  types: readonly IntimacyType[],
  removed: boolean,
  seal: (meta: ReturnType<typeof metaOf>, rev: number) => Promise<string>,
): Promise<OpenedSharedPage> {
  const sealed = await seal(metaOf({ ...row, types }), row.rev + 1)
  return openOne(
    device,
    vault,
    await device.call(putSharedEntry, { pageId: row.id, types: [...types], removed, sealed, ifMatch: row.rev }),
    readingPages,
  )
}

const readingReplies = (coupleId: string): RowReader<ReplyRow, string> => ({
  served: ({ id, rev, authorId: author, pageId: page, day, sealed }) => ({
    magic: 'fivefold-reply/v1',
    id,
    rev,
    author,
    sealed,
    visibility: 'shared',
    pair: coupleId,
    meta: { page, day },
  }),
  removed: ({ removed }) => removed,
  read: ({ body }) => readText(body['text'], 'bad-format'),
})

/** All replies to a page that I may read, in the order in which they were written. */
export async function fetchReplies(
  device: Device,
  vault: Vault,
  page: Pick<SharedEntryRow, 'id' | 'coupleId'>,
): Promise<OpenedReply[]> {
  const rows: ReplyRow[] = []
  for (let after: string | undefined, more = true; more; ) {
    const part: Answer<typeof listReplies> = await device.call(listReplies, { pageId: page.id, after, limit: 100 })
    rows.push(...part.rows)
    after = part.next ?? undefined
    more = part.next !== null
  }
  return openRows(device, vault, rows.reverse(), readingReplies(page.coupleId))
}

/** A page of the replies in one couple, newest first, each opened; of a former one my own. Throws `Unreachable`, `EarlierState`. */
export async function fetchCoupleReplies(
  device: Device,
  vault: Vault,
  asked: Readonly<{ coupleId: string; after?: string; limit: number }>,
): Promise<{ rows: OpenedReply[]; next: string | null }> {
  const { rows, next } = await device.call(listCoupleReplies, asked)
  return { rows: await openRows(device, vault, rows, readingReplies(asked.coupleId)), next }
}

export type SealedReply = Input<typeof addReply>

/** Seals a reply for both. `id` is the draft's it was typed as, so that trying again makes one reply. */
export async function sealReply(
  device: Device,
  vault: Vault,
  page: Pick<SharedEntryRow, 'id' | 'coupleId'>,
  { id, text }: { id: string; text: string },
): Promise<SealedReply> {
  const day = todayOf(device)
  const meta = { page: page.id, day }
  const sealed = await sealText(vault, {
    magic: 'fivefold-reply/v1',
    id,
    rev: 1,
    visibility: 'shared',
    pair: page.coupleId,
    meta,
    body: { text },
  })
  return { pageId: page.id, id, day, sealed }
}

/** Says it. Throws `Problem` (page-taken-back, ended, not-found), `Unreachable`. */
export async function sendReply(
  device: Device,
  vault: Vault,
  coupleId: string,
  reply: SealedReply,
): Promise<OpenedReply> {
  return openOne(device, vault, await device.call(addReply, reply), readingReplies(coupleId))
}

/**
 * Says it as often as it takes: where it arrived before without our hearing of it, with other words, its next version has these.
 * Throws as `sendReply` and `editReply`.
 */
export async function sendLatestReply(
  device: Device,
  vault: Vault,
  coupleId: string,
  reply: SealedReply,
  text: string,
): Promise<OpenedReply> {
  const sent = await sendReply(device, vault, coupleId, reply)
  return sent.opened.is === 'text' && sent.opened.text !== text ? editReply(device, vault, coupleId, sent, text) : sent
}

/** Other words, or, with null, none: a reply of mine that is removed. */
export async function editReply(
  device: Device,
  vault: Vault,
  coupleId: string,
  row: ReplyRow,
  text: string | null,
): Promise<OpenedReply> {
  const { id, pageId: page, day } = row
  const about = { id, rev: row.rev + 1, visibility: 'shared', pair: coupleId, meta: { page, day } } as const
  const sealed =
    text === null
      ? await sealRemoved(vault, about)
      : await sealText(vault, { ...about, magic: 'fivefold-reply/v1', body: { text } })
  const kept = await device.call(putReply, {
    pageId: page,
    replyId: id,
    removed: text === null,
    sealed,
    ifMatch: row.rev,
  })
  await noteKept(device, vault, kept)
  return openOne(device, vault, kept, readingReplies(coupleId))
}
