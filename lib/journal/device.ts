// Private pages on the device: fetch and open, seal, remove, bring back. Finishing is in outbox.ts, sharing in
// sharing.ts.
import type { Device } from '@/lib/device/device'
import { ANY } from '@/lib/device/asked'
import type { IndexedText } from '@/lib/device/opened-index'
import { demandSentVersion } from '@/lib/device/keep-version'
import { dayIn, type Day } from '@/lib/time/day'
import { sealRemoved, sealText } from '@/lib/vault/sealed-text'
import type { Vault } from '@/lib/vault/vault'
import { getEntry, listEntries, putEntry, type EntryRow } from './contract'
import { noteSaved, openSingleRow, openRow, openRows, type RowText, type RowReader } from '@/lib/device/opened-rows'
import { firstWordsOf } from './first-words'
import { readPage, sealable, type Page } from './page'

export type OwnPage = EntryRow & Readonly<{ opened: RowText<Page> }>

/** Today, by the account's zone. */
export const todayOf = (device: Pick<Device, 'present' | 'zone'>): Day => dayIn(device.present(), device.zone())

const magic = 'fivefold-entry/v1'

/** What the index of this device notes of a private page. */
export function indexedPage({ day, types, writing }: Page): IndexedText {
  const { text, isVoice } = firstWordsOf(writing)
  return { kind: 'page', day, types, words: text, isVoice, about: null }
}

const reading = (vault: Vault): RowReader<EntryRow, Page> => ({
  claims: ({ id, rev, sealed }) => ({ id, rev, authorId: vault.uid, sealed, meta: {} }),
  each: 'row',
  read: readPage,
  indexed: indexedPage,
})

const askedPages = (vault: Vault) => ({ magic, couple: null, author: vault.uid, about: {} }) as const

/** Opens a version that this device sealed itself, so it is not checked against the floor. */
export const openOwnVersion = (vault: Vault, row: Pick<EntryRow, 'id' | 'rev' | 'sealed'>): Promise<RowText<Page>> =>
  openRow(vault, { ...row, magic, author: vault.uid, visibility: 'private' }, 0, undefined, readPage)

/**
 * How many rows one request asks for. The journal preloads exactly this address (preload-rows). It has a query because
 * new pages are POSTed to the address without one, and a browser warns when a preload is met by a request of another
 * method.
 */
const ROWS_PER_REQUEST = 30

/**
 * Fetches some of the viewer's private pages, newest first, and opens each. Throws `Problem`, `Unreachable`,
 * `EarlierState`.
 */
export async function fetchOwnPages(
  device: Device,
  vault: Vault,
  after?: string,
): Promise<{ rows: OwnPage[]; next: string | null }> {
  const { rows, next } = await device.call(listEntries, { after, limit: ROWS_PER_REQUEST })
  return { rows: await openRows(device, vault, { ...askedPages(vault), id: ANY }, rows, reading(vault)), next }
}

/** Fetches and opens a private page. Throws `Problem` (not-found), `Unreachable`, `EarlierState`. */
export async function fetchOwnPage(device: Device, vault: Vault, id: string): Promise<OwnPage> {
  const row = await device.call(getEntry, { id })
  return openSingleRow(device, vault, { ...askedPages(vault), id }, row, reading(vault))
}

/** Seals a page as version `rev`. */
export const sealPage = (vault: Vault, id: string, rev: number, page: Page) =>
  sealText(vault, { magic, id, rev, visibility: 'private', ...sealable(page) })

/** A version of a page, with the text to bring back after it is removed. */
export type PageVersion = Readonly<{ id: string; rev: number; page: Page }>

/**
 * Removes a private page: its next version is a marker. Answers the version that an undo follows. Throws `Problem`,
 * `Unreachable`.
 */
export async function removePage(device: Device, vault: Vault, { id, rev, page }: PageVersion): Promise<PageVersion> {
  const { meta } = sealable({ ...page, types: [] })
  const sealed = await sealRemoved(vault, { id, rev: rev + 1, visibility: 'private', meta })
  return send(device, vault, { id, rev, page }, sealed, null)
}

/** Removes a private page that can't be opened here. Nothing brings it back. Throws `Problem`, `Unreachable`. */
export async function removeUnopenedPage(
  device: Device,
  vault: Vault,
  { id, rev }: Pick<EntryRow, 'id' | 'rev'>,
): Promise<void> {
  const next = rev + 1
  const sealed = await sealRemoved(vault, { id, rev: next, visibility: 'private', meta: {} })
  demandSentVersion(await device.call(putEntry, { id, sealed, ifMatch: rev }), { id, rev: next, sealed })
  await noteSaved(device, vault, { magic, pair: null, id, rev: next, indexed: null })
}

/**
 * Sends the version after `rev`, with this text: a change, or a removed page that comes back. Throws `Problem`
 * (version-changed), `Unreachable`.
 */
export async function sendNextPage(device: Device, vault: Vault, { id, rev, page }: PageVersion): Promise<PageVersion> {
  return send(device, vault, { id, rev, page }, await sealPage(vault, id, rev + 1, page), indexedPage(page))
}

async function send(
  device: Device,
  vault: Vault,
  { id, rev, page }: PageVersion,
  sealed: string,
  indexed: IndexedText | null,
): Promise<PageVersion> {
  const next = rev + 1
  demandSentVersion(await device.call(putEntry, { id, sealed, ifMatch: rev }), { id, rev: next, sealed })
  await noteSaved(device, vault, { magic, pair: null, id, rev: next, indexed })
  return { id, rev: next, page }
}
