// Finished pages that the server may not have yet. The sealed bytes of each stay on the device until the server has
// saved exactly these.
import * as z from 'zod/mini'
import type { Device } from '@/lib/device/device'
import { Problem } from '@/lib/http/problem'
import type { Sealed64 } from '@/lib/vault/age-file'
import { randomUuid } from '@/lib/vault/primitives'
import type { StoredDraft } from '@/lib/vault/store'
import type { Vault } from '@/lib/vault/vault'
import { VaultError } from '@/lib/vault/vault-error'
import { addEntries, putEntry, type EntryRow } from './contract'
import { indexedPage, openOwnVersion, fetchOwnPage, sealPage, type OwnPage } from './device'
import type { DraftPlace } from '@/lib/device/drafts'
import { ignoreNoStorage } from '@/lib/device/ignore-failures'
import { noteSaved, type RowText } from '@/lib/device/opened-rows'
import type { IndexedText } from '@/lib/device/opened-index'
import { readShape } from '@/lib/device/read-shape'
import type { HeldDraft } from '@/lib/device/tab-store'
import type { Page } from './page'

/** A page to finish: `id` is the page's, `base` the version it was made from, 0 for a new page. */
export type Finishing = Readonly<{ id: string; base: number; page: Page; draft: DraftPlace }>

/**
 * Finishes a page: seals it and stores it on the device in place of its draft, for `sendFinished` to send. Returns the
 * page's id. It is a new id where another tab finished the same version and that is not sent yet: then both are kept,
 * as after a change on another device. `isStored` is false where only this tab holds it.
 */
export async function finishPage(
  device: Device,
  vault: Vault,
  { id: given, base, page, draft }: Finishing,
): Promise<Readonly<{ id: string; isStored: boolean }>> {
  const waiting = base > 0 ? await ignoreNoStorage(device.store.draft(vault.uid, given), null) : null
  const [id, rev] = waiting?.finished === base + 1 ? [randomUuid(), 1] : [given, base + 1]
  const sealed = await sealPage(vault, id, rev, page)
  const isStored = await keepFinished(device, vault, {
    id,
    of: null,
    sealed,
    savedAt: device.now().getTime(),
    finished: rev,
  })
  if (draft.id !== id && draft.sealed) await device.store.dropDraft(vault.uid, draft.id, draft.sealed)
  return { id, isStored }
}

/** Stores a finished page, and returns whether the device could. If not, this tab holds it. */
const keepFinished = ({ store }: Device, { uid }: Vault, draft: StoredDraft): Promise<boolean> =>
  ignoreNoStorage(
    store.keepDraft(uid, draft).then(() => true),
    false,
  )

type FinishedDraft = HeldDraft & Readonly<{ finished: number }>

const readFinished = async ({ store }: Device, { uid }: Vault): Promise<FinishedDraft[]> =>
  (await store.drafts(uid)).flatMap((draft) =>
    draft.finished === undefined ? [] : [{ ...draft, finished: draft.finished }],
  )

/**
 * Opens the finished pages that the server has not saved yet, newest first, as rows of the list. `rev` is the version
 * they will be; `tabOnly` says that the device could not store it.
 */
export async function openWaitingPages(
  device: Device,
  vault: Vault,
): Promise<(EntryRow & { opened: RowText<Page>; tabOnly: boolean })[]> {
  const finished = await readFinished(device, vault)
  return Promise.all(
    finished.map(async ({ id, sealed, savedAt, finished: rev, tabOnly = false }) => {
      const row = { id, rev, sealed, addedAt: new Date(savedAt).toISOString() }
      const opened = await openOwnVersion(vault, row).catch((error: unknown): RowText<Page> => {
        if (error instanceof VaultError) return { is: 'failed', code: error.code }
        throw error
      })
      return { ...row, opened, tabOnly }
    }),
  )
}

/**
 * Opens a private page: the version that is finished on this device, else the server's. Throws `Problem` (not-found),
 * `Unreachable`, `EarlierState`.
 */
export async function openOwnPage(
  device: Device,
  vault: Vault,
  id: string,
): Promise<OwnPage & Readonly<{ waiting: boolean; tabOnly: boolean }>> {
  const waiting = (await openWaitingPages(device, vault)).find((page) => page.id === id)
  if (waiting) return { ...waiting, waiting: true }
  return { ...(await fetchOwnPage(device, vault, id)), waiting: false, tabOnly: false }
}

/**
 * What became of the pages that were waiting. `twice` are the new ids of pages that another device had changed too:
 * both versions are kept, each as a page.
 */
export type SendOutcome = Readonly<{ sent: readonly string[]; twice: readonly string[]; failure: unknown }>

/**
 * Sends the finished pages, oldest first. It stops where the server can't be reached. A page that the server refuses
 * for its content or its size stays on the device, and the next one, which may be smaller, is sent. Never throws.
 */
export async function sendFinished(device: Device, vault: Vault): Promise<SendOutcome> {
  const sent: string[] = []
  const twice: string[] = []
  let failure: unknown = null
  for (const draft of (await readFinished(device, vault).catch(() => [])).reverse()) {
    try {
      const id = await sendDraft(device, vault, draft)
      sent.push(draft.id)
      if (id !== draft.id) twice.push(id)
    } catch (error) {
      failure = error
      if (!isRefusal(error)) break
    }
  }
  return { sent, twice, failure }
}

const isRefusal = (error: unknown): boolean =>
  error instanceof VaultError ||
  (error instanceof Problem && ['too-large', 'too-much', 'wrong-shape', 'id-taken'].includes(error.code))

const MOST_TRIES = 5

/**
 * Sends a page until the server has saved its bytes, and returns the id under which they are saved. Throws
 * `other-answer` if it never does.
 */
async function sendDraft(device: Device, vault: Vault, draft: FinishedDraft): Promise<string> {
  const { store } = device
  let tries = 0
  for (let { id, sealed, finished: rev } = draft; ; ) {
    // a server that never saves what it was sent would keep the device busy for ever
    if (++tries > MOST_TRIES) throw new VaultError('other-answer')
    const current = await send(device, id, rev, sealed)
    if (current?.sealed === sealed) {
      await noteSaved(device, vault, {
        magic: 'fivefold-entry/v1',
        pair: null,
        id,
        rev,
        indexed: await indexedIn(vault, current),
      })
      await store.dropDraft(vault.uid, id, sealed)
      return id
    }
    const next = nextAttempt(id, rev, current)
    const resealed = await reseal(vault, { id, rev, sealed }, next)
    await keepFinished(device, vault, { ...draft, id: next.id, sealed: resealed, finished: next.rev })
    if (next.id !== id) await store.dropDraft(vault.uid, id, sealed)
    ;({ id, rev } = next)
    sealed = resealed
  }
}

/** What the index notes of a page that was sent: the text that this device sealed. */
async function indexedIn(vault: Vault, row: EntryRow): Promise<IndexedText | null> {
  const opened = await openOwnVersion(vault, row).catch(() => null)
  return opened?.is === 'text' ? indexedPage(opened.text) : null
}

/**
 * The id and version of the next attempt. A first version that is already saved came from this device, whose answer was
 * lost: these bytes become the second. A page that does not exist becomes a first version. Where another device changed
 * the page, its change stays, and these bytes become a page of their own.
 */
function nextAttempt(id: string, rev: number, current: EntryRow | null): { id: string; rev: number } {
  if (!current) return { id, rev: 1 }
  return rev === 1 && current.rev === 1 ? { id, rev: 2 } : { id: randomUuid(), rev: 1 }
}

async function send({ call }: Device, id: string, rev: number, sealed: string): Promise<EntryRow | null> {
  if (rev === 1) return (await call(addEntries, { entries: [{ id, sealed }] })).rows[0] ?? null
  try {
    return await call(putEntry, { id, sealed, ifMatch: rev - 1 })
  } catch (error) {
    if (error instanceof Problem && error.code === 'version-changed') return currentRowIn(error)
    if (error instanceof Problem && error.code === 'not-found') return null
    throw error
  }
}

const currentRow = z.object({ id: z.string(), rev: z.int(), sealed: z.string(), addedAt: z.string() })
const currentRowIn = ({ details }: Problem): EntryRow => readShape(currentRow, details.current)

async function reseal(
  vault: Vault,
  row: { id: string; rev: number; sealed: string },
  next: { id: string; rev: number },
): Promise<Sealed64> {
  const opened = await openOwnVersion(vault, row)
  if (opened.is !== 'text') throw new VaultError('bad-row')
  // a page of its own names no copies: they are the other's
  const page = next.id === row.id ? opened.text : { ...opened.text, sharedAs: [] }
  return sealPage(vault, next.id, next.rev, page)
}
