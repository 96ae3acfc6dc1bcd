// Shared pages and replies on the device: fetch and open, share a page as a new object, change it, take it back, reply.
import type { Device } from '@/lib/device/device'
import { demandSentVersion } from '@/lib/device/keep-version'
import type { Input } from '@/lib/http/contract'
import type { IntimacyType } from '@/lib/intimacy/intimacy-type'
import type { Day } from '@/lib/time/day'
import { randomUuid } from '@/lib/vault/primitives'
import { sealRemoved, sealText } from '@/lib/vault/sealed-text'
import { readText } from '@/lib/vault/strict-json'
import type { Vault } from '@/lib/vault/vault'
import { VaultError } from '@/lib/vault/vault-error'
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
import { ANY } from '@/lib/device/asked'
import { openSingleRow, openRows, type RowText, type RowReader } from '@/lib/device/opened-rows'
import { indexedSharedPage } from './indexed-shared-page'
import { hasSameWords, readSharedPage, sharedBody, type SharedPage } from './share'

export type OpenedSharedPage = SharedEntryRow & Readonly<{ opened: RowText<SharedPage> }>
export type OpenedReply = ReplyRow & Readonly<{ opened: RowText<string> }>

const metaOf = ({ types, day, kind }: { types: readonly IntimacyType[]; day: Day; kind: SharedEntryRow['kind'] }) => ({
  types: [...types],
  day,
  kind,
})

const pageReader: RowReader<SharedEntryRow, SharedPage> = {
  claims: ({ id, rev, authorId, coupleId, sealed, ...plain }) => ({
    id,
    rev,
    authorId,
    coupleId,
    sealed,
    meta: metaOf(plain),
  }),
  each: 'row',
  removed: ({ removed }) => removed,
  read: ({ body }, { kind }) => readSharedPage(kind, body),
  indexed: (page, row) => indexedSharedPage(page, row),
}

/** Asks for pages of a couple; of any couple where the page's address names none. */
const askedPages = (couple: string | typeof ANY) =>
  ({ magic: 'fivefold-entry/v1', couple, author: ANY, about: {} }) as const

/**
 * Fetches some of a couple's shared pages, newest first, and opens each: on any day unless `from` or `to` is given.
 * Throws `Unreachable`, `EarlierState`.
 */
export async function fetchSharedPages(
  device: Device,
  vault: Vault,
  { coupleId, after, from, to }: Readonly<{ coupleId: string; after?: string; from?: Day; to?: Day }>,
): Promise<{ rows: OpenedSharedPage[]; next: string | null }> {
  const { rows, next } = await device.call(listSharedEntries, { coupleId, after, from, to })
  const inDays: typeof pageReader = {
    ...pageReader,
    read: (text, row) => {
      if ((from && row.day < from) || (to && row.day > to)) throw new VaultError('meta-mismatch')
      return pageReader.read(text, row)
    },
  }
  return { rows: await openRows(device, vault, { ...askedPages(coupleId), id: ANY }, rows, inDays), next }
}

/** Fetches and opens a shared page. Throws `Problem` (not-found), `Unreachable`, `EarlierState`. */
export async function fetchSharedPage(device: Device, vault: Vault, pageId: string): Promise<OpenedSharedPage> {
  const row = await device.call(getSharedEntry, { pageId })
  return openSingleRow(device, vault, { ...askedPages(ANY), id: pageId }, row, pageReader)
}

/** The sealed copy of what was previewed. Every retry sends this same copy, so that it makes one page. */
export type SealedShare = Input<typeof shareEntry>

/** A page that is about to be shared. */
export type NewSharedPage = Omit<SharedPage, 'changedOn'>

/**
 * Seals what was previewed for both people of the couple, as a new object with an id of its own (`id`, or a new one).
 * Nothing is sent. Throws `no-pinned-partner` while this device hasn't checked the partner's keys.
 */
export async function sealShare(
  device: Device,
  vault: Vault,
  {
    id = randomUuid(),
    coupleId,
    page,
    types,
  }: { id?: string; coupleId: string; page: NewSharedPage; types: readonly IntimacyType[] },
): Promise<SealedShare> {
  const plain = { types: [...types], day: todayOf(device), kind: page.kind }
  const sealed = await sealText(vault, {
    magic: 'fivefold-entry/v1',
    id,
    rev: 1,
    visibility: 'shared',
    pair: coupleId,
    meta: metaOf(plain),
    body: sharedBody({ ...page, changedOn: null }),
  })
  return { id, coupleId, ...plain, sealed }
}

/** Sends a sealed page, which shares it. Throws `Problem` (not-paired, day-out-of-range, id-taken), `Unreachable`. */
export async function sendShare(device: Device, vault: Vault, share: SealedShare): Promise<OpenedSharedPage> {
  const { id, coupleId } = share
  return openSingleRow(device, vault, { ...askedPages(coupleId), id }, await device.call(shareEntry, share), pageReader)
}

/**
 * Changes the shared copy, as its next version; the private page stays as it is. Other words than the row's set the day
 * of change, and nothing else does. A page that was taken back comes back as `page`. Throws `Problem`, `Unreachable`.
 */
export function editSharedPage(
  device: Device,
  vault: Vault,
  row: OpenedSharedPage,
  { page, types }: { page: NewSharedPage & Partial<SharedPage>; types: readonly IntimacyType[] },
): Promise<OpenedSharedPage> {
  const before = row.opened.is === 'text' ? row.opened.text : null
  const isSame = before === null || hasSameWords(before.words, page.words)
  const changedOn = isSame ? (before?.changedOn ?? page.changedOn ?? null) : todayOf(device)
  return sendPageVersion(device, vault, row, types, false, (meta, rev) =>
    sealText(vault, {
      magic: 'fivefold-entry/v1',
      id: row.id,
      rev,
      visibility: 'shared',
      pair: row.coupleId,
      meta,
      body: sharedBody({ ...page, changedOn }),
    }),
  )
}

/**
 * Takes a page back: it is empty for both people and feeds nothing. `editSharedPage` brings it back. Throws `Problem`,
 * `Unreachable`.
 */
export function takeBackPage(device: Device, vault: Vault, row: SharedEntryRow): Promise<OpenedSharedPage> {
  return sendPageVersion(device, vault, row, [], true, (meta, rev) =>
    sealRemoved(vault, { id: row.id, rev, visibility: 'shared', pair: row.coupleId, meta }),
  )
}

async function sendPageVersion(
  device: Device,
  vault: Vault,
  row: SharedEntryRow,
  types: readonly IntimacyType[],
  removed: boolean,
  seal: (meta: ReturnType<typeof metaOf>, rev: number) => Promise<string>,
): Promise<OpenedSharedPage> {
  const sealed = await seal(metaOf({ ...row, types }), row.rev + 1)
  const { id, rev } = row
  const saved = await device.call(putSharedEntry, { pageId: id, types: [...types], removed, sealed, ifMatch: rev })
  demandSentVersion(saved, { id, rev: rev + 1, sealed })
  return openSingleRow(device, vault, { ...askedPages(row.coupleId), id }, saved, pageReader)
}

const replyReader: RowReader<ReplyRow, string> = {
  claims: ({ id, rev, authorId, pageId, day, sealed }) => ({ id, rev, authorId, sealed, meta: { page: pageId, day } }),
  each: 'row',
  removed: ({ removed }) => removed,
  read: ({ body }) => readText(body['text'], 'bad-format'),
  indexed: (words, { day, pageId }) => ({ kind: 'reply', day, types: [], words, isVoice: false, about: pageId }),
}

/** Asks for replies in a couple: to a page, or to any. */
const askedReplies = (couple: string, page: string | typeof ANY) =>
  ({ magic: 'fivefold-reply/v1', couple, author: ANY, about: { page } }) as const

/**
 * Fetches and opens some of the replies to a page that the viewer may read, newest first. Throws `Problem` (not-found),
 * `Unreachable`, `EarlierState`.
 */
export async function fetchReplies(
  device: Device,
  vault: Vault,
  page: Pick<SharedEntryRow, 'id' | 'coupleId'>,
  after?: string,
): Promise<{ rows: OpenedReply[]; next: string | null }> {
  const { rows, next } = await device.call(listReplies, { pageId: page.id, after })
  const asked = askedReplies(page.coupleId, page.id)
  return { rows: await openRows(device, vault, { ...asked, id: ANY }, rows, replyReader), next }
}

/**
 * Fetches some of the replies in a couple, newest first, and opens each: in a former couple only the viewer's own.
 * Throws `Unreachable`, `EarlierState`.
 */
export async function fetchCoupleReplies(
  device: Device,
  vault: Vault,
  query: Readonly<{ coupleId: string; after?: string; limit: number }>,
): Promise<{ rows: OpenedReply[]; next: string | null }> {
  const { rows, next } = await device.call(listCoupleReplies, query)
  return {
    rows: await openRows(device, vault, { ...askedReplies(query.coupleId, ANY), id: ANY }, rows, replyReader),
    next,
  }
}

export type SealedReply = Input<typeof addReply>

/**
 * Seals a reply for both people. `id` is its draft's, so that a retry makes no second reply. Throws
 * `no-pinned-partner`, `too-long`.
 */
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

/** Sends a sealed reply. Throws `Problem` (page-taken-back, ended, not-found), `Unreachable`. */
export async function sendReply(
  device: Device,
  vault: Vault,
  coupleId: string,
  reply: SealedReply,
): Promise<OpenedReply> {
  const { id, pageId } = reply
  const asked = { ...askedReplies(coupleId, pageId), id, author: vault.uid }
  return openSingleRow(device, vault, asked, await device.call(addReply, reply), replyReader)
}

/**
 * Sends a reply that an earlier attempt may have saved with another text, because its answer was lost: then the next
 * version has this text. Throws as `sendReply` and `editReply`.
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

/** Changes a reply, or removes it where `text` is null. Throws `Problem`, `Unreachable`. */
export async function editReply(
  device: Device,
  vault: Vault,
  coupleId: string,
  row: ReplyRow,
  text: string | null,
): Promise<OpenedReply> {
  const { id, pageId, day } = row
  const about = { id, rev: row.rev + 1, visibility: 'shared', pair: coupleId, meta: { page: pageId, day } } as const
  const sealed =
    text === null
      ? await sealRemoved(vault, about)
      : await sealText(vault, { ...about, magic: 'fivefold-reply/v1', body: { text } })
  const saved = await device.call(putReply, {
    pageId,
    replyId: id,
    removed: text === null,
    sealed,
    ifMatch: row.rev,
  })
  demandSentVersion(saved, { id, rev: about.rev, sealed })
  return openSingleRow(device, vault, { ...askedReplies(coupleId, pageId), id, author: vault.uid }, saved, replyReader)
}
