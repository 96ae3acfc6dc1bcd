// Finished pages on their way to the server. Each stays on the device, to the byte, until the server has kept exactly these bytes.
import * as z from 'zod/mini'
import type { Device } from '@/lib/device/device'
import { Problem } from '@/lib/http/problem'
import type { Sealed64 } from '@/lib/vault/age-file'
import { randomUuid } from '@/lib/vault/primitives'
import type { KeptDraft } from '@/lib/vault/store'
import type { Vault } from '@/lib/vault/vault'
import { VaultError } from '@/lib/vault/vault-error'
import { addEntries, putEntry, type EntryRow } from './contract'
import { openOwnVersion, fetchOwnPage, sealPage, type OwnPage } from './device'
import type { DraftPlace } from '@/lib/device/drafts'
import { noteKept, type RowText } from '@/lib/device/opened-rows'
import { readShape } from '@/lib/device/read-shape'
import type { Page } from './page'

/** A page to finish: `id` is the page's, `base` the version it was made from (0 for a new one). */
export type Finishing = Readonly<{ id: string; base: number; page: Page; draft: DraftPlace }>

/**
 * Finishes a page: seals it, keeps it on the device in its draft's place, and leaves it to `sendFinished`. Answers the id that it has:
 * where another tab changed the same version and that still waits here, mine becomes a page of its own, as after another device's change.
 */
export async function finishPage(
  device: Device,
  vault: Vault,
  { id: given, base, page, draft }: Finishing,
): Promise<string> {
  const waits = base > 0 ? await device.store.draft(vault.uid, given) : null
  const [id, finished] = waits?.finished === base + 1 ? [randomUuid(), 1] : [given, base + 1]
  const sealed = await sealPage(vault, id, finished, page)
  await device.store.keepDraft(vault.uid, { id, of: null, sealed, savedAt: device.now().getTime(), finished })
  if (draft.id !== id && draft.sealed) await device.store.dropDraft(vault.uid, draft.id, draft.sealed)
  return id
}

type FinishedDraft = KeptDraft & Readonly<{ finished: number }>

const readFinished = async ({ store }: Device, { uid }: Vault): Promise<FinishedDraft[]> =>
  (await store.drafts(uid)).flatMap((draft) =>
    draft.finished === undefined ? [] : [{ ...draft, finished: draft.finished }],
  )

/** Finished pages that the server hasn't kept yet, newest first, as rows of the list. `rev` is the version they will be. */
export async function openWaitingPages(
  device: Device,
  vault: Vault,
): Promise<(EntryRow & { opened: RowText<Page> })[]> {
  const kept = await readFinished(device, vault)
  return Promise.all(
    kept.map(async ({ id, sealed, savedAt, finished: rev }) => {
      const row = { id, rev, sealed, addedAt: new Date(savedAt).toISOString() }
      const opened = await openOwnVersion(vault, row).catch((error: unknown): RowText<Page> => {
        if (error instanceof VaultError) return { is: 'failed', code: error.code }
        throw error
      })
      return { ...row, opened }
    }),
  )
}

/** A private page as it stands for its writer: finished on this device, or as the server has it. Throws `Problem` (not-found), `Unreachable`. */
export async function openOwnPage(
  device: Device,
  vault: Vault,
  id: string,
): Promise<OwnPage & Readonly<{ waiting: boolean }>> {
  const waiting = (await openWaitingPages(device, vault)).find((page) => page.id === id)
  return waiting ? { ...waiting, waiting: true } : { ...(await fetchOwnPage(device, vault, id)), waiting: false }
}

/** What became of the pages that waited. `twice` are pages that another device had changed too: mine is now a page of its own. */
export type SendOutcome = Readonly<{ sent: readonly string[]; twice: readonly string[]; failure: unknown }>

/**
 * Sends what is finished, oldest first. Where the server can't be had it stops, for the next time; a page that is refused for what it
 * is stays on the device and holds no other up. Never throws.
 */
export async function sendFinished(device: Device, vault: Vault): Promise<SendOutcome> {
  const sent: string[] = []
  const twice: string[] = []
  let failure: unknown = null
  for (const kept of (await readFinished(device, vault).catch(() => [])).reverse()) {
    try {
      const id = await sendDraft(device, vault, kept)
      sent.push(kept.id)
      if (id !== kept.id) twice.push(id)
    } catch (error) {
      failure = error
      if (!isRefusal(error)) break
    }
  }
  return { sent, twice, failure }
}

const isRefusal = (error: unknown): boolean =>
  error instanceof VaultError ||
  (error instanceof Problem && ['too-large', 'wrong-shape', 'id-taken'].includes(error.code))

/** Sends one until its bytes stand, and answers the id under which they do. */
async function sendDraft(device: Device, vault: Vault, kept: FinishedDraft): Promise<string> {
  const { store } = device
  for (let { id, sealed, finished: rev } = kept; ; ) {
    const current = await send(device, id, rev, sealed)
    if (current?.sealed === sealed) {
      await noteKept(device, vault, current)
      await store.dropDraft(vault.uid, id, sealed)
      return id
    }
    const next = nextAttempt(id, rev, current)
    const again = await sealAgain(vault, { id, rev, sealed }, next)
    await store.keepDraft(vault.uid, { ...kept, id: next.id, sealed: again, finished: next.rev })
    if (next.id !== id) await store.dropDraft(vault.uid, id, sealed)
    ;({ id, rev } = next)
    sealed = again
  }
}

/**
 * Under which id and version to try again. A first version that stands already came from this device, whose answer was lost: what it
 * wrote since follows it. What isn't there at all begins anew. What another device changed stays as it is: mine becomes a page of its own.
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

async function sealAgain(
  vault: Vault,
  row: { id: string; rev: number; sealed: string },
  next: { id: string; rev: number },
): Promise<Sealed64> {
  const opened = await openOwnVersion(vault, row)
  if (opened.is !== 'text') throw new VaultError('bad-row')
  return sealPage(vault, next.id, next.rev, opened.text)
}
