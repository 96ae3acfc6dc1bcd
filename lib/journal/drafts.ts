// Drafts on the device: what is being written is sealed and kept within a second, whatever the network, the session or the lock do.
import type { Device } from '@/lib/device/device'
import { ifStorage } from '@/lib/device/if-there'
import type { Sealed64 } from '@/lib/vault/age-file'
import { openDraft, sealDraft, type DraftRecipient } from '@/lib/vault/draft'
import { randomUuid } from '@/lib/vault/primitives'
import type { Vault } from '@/lib/vault/vault'
import { VaultError, type VaultErrorCode } from '@/lib/vault/vault-error'
import { draftJson, nothingToKeep, readDraftBody, type DraftBody } from './draft-body'

/** What the line beside a text says. `at` is when it was kept. */
export type Saving =
  | Readonly<{ is: 'nothing' }>
  | Readonly<{ is: 'saving' }>
  | Readonly<{ is: 'saved'; at: Date }>
  | Readonly<{ is: 'failed'; code: VaultErrorCode }>

/** How long after a key its text is sealed, in ms. Whoever types on without a pause is saved meanwhile all the same. */
export const SAVE_AFTER = 800

/** Where a draft stands in this device's store: `sealed` is what was kept last, null for one that was not yet. */
export type DraftPlace = Readonly<{ id: string; of: string | null; sealed: Sealed64 | null }>

export type DraftSaver = Readonly<{
  /** The text as it is now: saved within a second. */
  change: (body: DraftBody) => void
  /** Saves at once what isn't saved yet. Never throws: `saving` says how it went. */
  flush: () => Promise<void>
  saving: () => Saving
  subscribe: (told: () => void) => () => void
  /** Where it stands. Its id changes where another tab wrote to the same draft, or finished it: then both are kept. */
  place: () => DraftPlace
  /** Saves what isn't saved yet, and answers where it stands for whoever makes something of it: the same place however often that is tried. */
  take: () => Promise<DraftPlace>
  /** The draft is finished or thrown away elsewhere: nothing is saved any more. */
  stop: () => void
}>

type Wiring = Readonly<{
  place: DraftPlace
  /** Runs once after so many ms, unless what it returns is called before. */
  after?: (ms: number, run: () => void) => () => void
}>

const timer = (ms: number, run: () => void) => {
  const set = setTimeout(run, ms)
  return () => clearTimeout(set)
}

/**
 * Saves one draft while it is typed. It is sealed to the key that this device kept when its journal was last open, so that a journal
 * that locks meanwhile loses nothing.
 */
export function draftSaver(
  { store, now }: Device,
  recipient: DraftRecipient,
  { place: given, after = timer }: Wiring,
): DraftSaver {
  let place = given
  let saving: Saving = { is: 'nothing' }
  let unsaved: DraftBody | null = null
  let cancel: (() => void) | null = null
  let work: Promise<void> = Promise.resolve()
  let stopped = false
  const listeners = new Set<() => void>()
  const say = (next: Saving) => {
    saving = next
    for (const told of [...listeners]) told()
  }

  /** Where another tab has this draft open too, and wrote to it or finished it since: its words are left alone, and these go on as a draft of their own. */
  async function standApart(): Promise<void> {
    const stands = await store.draft(recipient.uid, place.id)
    if ((stands?.sealed ?? null) !== place.sealed) place = { ...place, id: randomUuid(), sealed: null }
  }

  async function keep(body: DraftBody): Promise<void> {
    await standApart()
    if (nothingToKeep(body)) {
      if (place.sealed) await store.dropDraft(recipient.uid, place.id, place.sealed)
      place = { ...place, sealed: null }
      return say({ is: 'nothing' })
    }
    const { id, of } = place
    const sealed = await sealDraft(recipient, { id, of, body: draftJson(body) })
    const at = now()
    await store.keepDraft(recipient.uid, { id, of, sealed, savedAt: at.getTime() })
    place = { id, of, sealed }
    say({ is: 'saved', at })
  }

  async function save(): Promise<void> {
    const body = unsaved
    if (!body || stopped) return
    unsaved = null
    try {
      await keep(body)
    } catch (error) {
      unsaved ??= body
      say({ is: 'failed', code: error instanceof VaultError ? error.code : 'storage-unavailable' })
    }
  }

  const flush = () => {
    cancel?.()
    cancel = null
    work = work.then(save)
    return work
  }

  return {
    change: (body) => {
      if (stopped) return
      unsaved = body
      if (saving.is !== 'saving') say({ is: 'saving' })
      cancel ??= after(SAVE_AFTER, () => void flush())
    },
    flush,
    saving: () => saving,
    subscribe: (told) => {
      listeners.add(told)
      return () => listeners.delete(told)
    },
    place: () => place,
    take: async () => {
      await flush()
      await ifStorage(standApart(), undefined)
      return place
    },
    stop: () => {
      stopped = true
      cancel?.()
      cancel = null
    },
  }
}

export type KeptDraftText = Readonly<{ place: DraftPlace; savedAt: Date; body: DraftBody }>

/** Unfinished drafts on this device, the newest first. One that can't be opened is left where it is and not shown. */
export async function unfinishedDrafts({ store }: Device, vault: Vault): Promise<KeptDraftText[]> {
  const kept = (await store.drafts(vault.uid)).filter(({ finished }) => finished === undefined)
  const opened = await Promise.all(
    kept.map(async ({ id, of, sealed, savedAt }) => {
      try {
        const { body } = await openDraft(vault, { id, of, sealed })
        return { place: { id, of, sealed }, savedAt: new Date(savedAt), body: readDraftBody(body) }
      } catch (error) {
        if (error instanceof VaultError && error.code !== 'part-not-loaded') return null
        throw error
      }
    }),
  )
  return opened.filter((draft) => draft !== null)
}

/** Throws a draft away; `bringBack` undoes it. */
export async function dropDraft(
  { store, now }: Device,
  uid: string,
  { id, of, sealed }: DraftPlace,
): Promise<{ bringBack: () => Promise<void> }> {
  if (sealed) await store.dropDraft(uid, id, sealed)
  return {
    bringBack: async () => {
      if (sealed) await store.keepDraft(uid, { id, of, sealed, savedAt: now().getTime() })
    },
  }
}
