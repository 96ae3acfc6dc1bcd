// The journal's device side for private pages: read, finish, edit, remove, bring back. Sharing is in sharing.ts.
import type { Device } from '@/lib/device/device'
import { dayIn, type Day } from '@/lib/time/day'
import { sealRemoved, sealText } from '@/lib/vault/sealed-text'
import type { Vault } from '@/lib/vault/vault'
import { getEntry, listEntries, putEntry, type EntryRow } from './contract'
import { noteKept, openOne, openRow, openRows, type RowText, type RowReader } from '@/lib/device/opened-rows'
import { readPage, sealable, type Page } from './page'

export type OwnPage = EntryRow & Readonly<{ opened: RowText<Page> }>

/** The day it is where this device is. */
export const todayOf = (device: Device): Day => dayIn(device.now(), device.zone())

const servedRow = (vault: Vault, { id, rev, sealed }: Pick<EntryRow, 'id' | 'rev' | 'sealed'>) =>
  ({ magic: 'fivefold-entry/v1', id, rev, sealed, author: vault.uid, visibility: 'private' }) as const

const reading = (vault: Vault): RowReader<EntryRow, Page> => ({
  served: (row) => servedRow(vault, row),
  read: readPage,
})

/** Opens a version that this device made itself, so no floor is asked for. */
export const openOwnVersion = (vault: Vault, row: Pick<EntryRow, 'id' | 'rev' | 'sealed'>): Promise<RowText<Page>> =>
  openRow(vault, servedRow(vault, row), 0, undefined, readPage)

/**
 * How many pages are asked for at once. Pages begin to fetch the first of them with this very address (preload-rows), which is
 * never the bare one: that is also what a new page is sent to, and a browser warns of a preload that another method meets.
 */
const pagesAtOnce = 30

/** A page of my private pages, newest first, each opened. Throws `Problem`, `Unreachable`, `EarlierState`. */
export async function fetchOwnPages(
  device: Device,
  vault: Vault,
  after?: string,
): Promise<{ rows: OwnPage[]; next: string | null }> {
  const { rows, next } = await device.call(listEntries, { after, limit: pagesAtOnce })
  return { rows: await openRows(device, vault, rows, reading(vault)), next }
}

/** One private page of mine. Throws `Problem` (not-found), `Unreachable`, `EarlierState`. */
export async function fetchOwnPage(device: Device, vault: Vault, id: string): Promise<OwnPage> {
  return openOne(device, vault, await device.call(getEntry, { id }), reading(vault))
}

/** Seals a page as the version it will be. */
export const sealPage = (vault: Vault, id: string, rev: number, page: Page) =>
  sealText(vault, { magic: 'fivefold-entry/v1', id, rev, visibility: 'private', ...sealable(page) })

/** What is needed of a page to remove it and to bring it back. */
export type PageVersion = Readonly<{ id: string; rev: number; page: Page }>

/** Removes a private page: its next version is an empty one. Answers the version that undo follows. Throws `Problem`, `Unreachable`. */
export async function removePage(device: Device, vault: Vault, { id, rev, page }: PageVersion): Promise<PageVersion> {
  const { meta } = sealable({ ...page, types: [] })
  const sealed = await sealRemoved(vault, { id, rev: rev + 1, visibility: 'private', meta })
  return put(device, vault, { id, rev, page }, sealed)
}

/** Brings a removed page back, as it was. */
export async function bringPageBack(
  device: Device,
  vault: Vault,
  { id, rev, page }: PageVersion,
): Promise<PageVersion> {
  return put(device, vault, { id, rev, page }, await sealPage(vault, id, rev + 1, page))
}

async function put(device: Device, vault: Vault, { id, rev, page }: PageVersion, sealed: string): Promise<PageVersion> {
  const row = await device.call(putEntry, { id, sealed, ifMatch: rev })
  await noteKept(device, vault, row)
  return { id, rev: row.rev, page }
}
