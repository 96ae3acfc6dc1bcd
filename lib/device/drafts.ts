// Drafts on the device: a text is sealed and stored within a second while it is typed, also offline, signed out or
// locked.
import { observable } from '@/lib/observable'
import type { Sealed64 } from '@/lib/vault/age-file'
import { loadAge } from '@/lib/vault/late-parts'
import { openDraft, sealDraft, type DraftRecipient } from '@/lib/vault/draft'
import { randomUuid } from '@/lib/vault/primitives'
import type { JsonObject } from '@/lib/vault/strict-json'
import type { Vault } from '@/lib/vault/vault'
import { VaultError, type VaultErrorCode } from '@/lib/vault/vault-error'
import type { Device } from './device'
import { ignoreNoStorage, isNoStorage } from './ignore-failures'
import { latePartOf } from './late-functions'

// Drafts are sealed with it. It is loaded ahead: by the first key the network may be gone.
latePartOf(loadAge)

/** What the drafts of one kind hold. */
export type DraftCodec<Body extends object> = Readonly<{
  /** Reads what was opened. Throws `bad-format` for a draft of another kind. */
  read: (body: JsonObject) => Body
  /** Whether it holds nothing worth keeping: such a draft is not stored. */
  isBlank: (body: Body) => boolean
}>

/** Whether the text is saved. `at` is the time of the last save. */
export type Saving =
  | Readonly<{ is: 'nothing' }>
  | Readonly<{ is: 'saving' }>
  | Readonly<{ is: 'saved'; at: Date }>
  | Readonly<{ is: 'failed'; code: VaultErrorCode }>

/** How long after a key press its text is sealed, in ms. More typing does not postpone it. */
const SAVE_AFTER = 800

/**
 * A draft's place in this device's store: `of` names what it is a draft of, `sealed` is what was stored last, null for
 * a new one.
 */
export type DraftPlace = Readonly<{ id: string; of: string | null; sealed: Sealed64 | null }>

export type DraftSaver<Body> = Readonly<{
  /** The text as it is now: saved within a second. */
  change: (body: Body) => void
  /** Saves unsaved text at once. Never throws: `saving` has the result. */
  flush: () => Promise<void>
  saving: () => Saving
  subscribe: (listener: () => void) => () => void
  /** Its id changes when another tab wrote to the same draft, or finished it: then both texts are kept. */
  place: () => DraftPlace
  /** Saves unsaved text, and returns the place of the draft for sending it: the same place on every retry. */
  take: () => Promise<DraftPlace>
  /** Stops saving: the draft was finished or thrown away elsewhere. */
  stop: () => void
}>

type SaverOptions<Body extends object> = Readonly<{
  codec: Pick<DraftCodec<Body>, 'isBlank'>
  place: DraftPlace
  /** What is known of a draft that was found: nothing of a new one. */
  saving?: Saving | undefined
  /** Runs `run` once after `ms`. Returns a function that cancels it. */
  after?: (ms: number, run: () => void) => () => void
}>

const timer = (ms: number, run: () => void) => {
  const timeout = setTimeout(run, ms)
  return () => clearTimeout(timeout)
}

/** Converts a body to JSON for sealing, without undefined properties. */
const toJson = (body: object): JsonObject => JSON.parse(JSON.stringify(body)) as JsonObject

/**
 * Makes the saver of a draft. The draft is sealed to the key that this device stored when the journal was last open, so
 * that nothing is lost when the journal locks meanwhile.
 */
export function makeDraftSaver<Body extends object>(
  { store, now }: Pick<Device, 'store' | 'now'>,
  recipient: DraftRecipient,
  { codec, place: initial, saving: found = { is: 'nothing' }, after = timer }: SaverOptions<Body>,
): DraftSaver<Body> {
  let place = initial
  const saving = observable<Saving>(found)
  let unsaved: Body | null = null
  let cancel: (() => void) | null = null
  let work: Promise<void> = Promise.resolve()
  let stopped = false

  /** If another tab wrote to this draft or finished it, that text stays, and this one becomes a draft with a new id. */
  async function separate(): Promise<void> {
    const stored = await store.draft(recipient.uid, place.id)
    if ((stored?.sealed ?? null) !== place.sealed) place = { ...place, id: randomUuid(), sealed: null }
  }

  async function write(body: Body): Promise<void> {
    await ignoreNoStorage(separate(), undefined)
    if (codec.isBlank(body)) {
      if (place.sealed) await store.dropDraft(recipient.uid, place.id, place.sealed)
      place = { ...place, sealed: null }
      return saving.set({ is: 'nothing' })
    }
    const { id, of } = place
    const sealed = await sealDraft(recipient, { id, of, body: toJson(body) })
    const savedAt = now()
    const kept = store.keepDraft(recipient.uid, { id, of, sealed, savedAt: savedAt.getTime() })
    await kept.catch((error: unknown) => {
      if (isNoStorage(error)) place = { id, of, sealed } // the tab holds it
      throw error
    })
    place = { id, of, sealed }
    saving.set({ is: 'saved', at: savedAt })
  }

  async function save(): Promise<void> {
    const body = unsaved
    if (!body || stopped) return
    unsaved = null
    try {
      await write(body)
    } catch (error) {
      unsaved ??= body
      saving.set({ is: 'failed', code: error instanceof VaultError ? error.code : 'storage-unavailable' })
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
      if (saving.get().is !== 'saving') saving.set({ is: 'saving' })
      cancel ??= after(SAVE_AFTER, () => void flush())
    },
    flush,
    saving: saving.get,
    subscribe: saving.subscribe,
    place: () => place,
    take: async () => {
      await flush()
      await ignoreNoStorage(separate(), undefined)
      return place
    },
    stop: () => {
      stopped = true
      cancel?.()
      cancel = null
    },
  }
}

/** `saving` is what is so of it: a draft that only this tab has is not saved. */
export type UnfinishedDraft<Body> = Readonly<{ place: DraftPlace; savedAt: Date; saving: Saving; body: Body }>

/**
 * Reads the unfinished drafts of the codec's kind on this device, newest first. A draft that can't be opened stays in
 * the store and is left out, and a device without a store has only the tab's. Throws `part-not-loaded`.
 */
export async function readUnfinishedDrafts<Body extends object>(
  { store }: Pick<Device, 'store'>,
  vault: Vault,
  codec: Pick<DraftCodec<Body>, 'read'>,
): Promise<UnfinishedDraft<Body>[]> {
  const unfinished = (await store.drafts(vault.uid)).filter(({ finished }) => finished === undefined)
  const opened = await Promise.all(
    unfinished.map(async ({ id, of, sealed, savedAt: time, tabOnly }) => {
      try {
        const { body } = await openDraft(vault, { id, of, sealed })
        const savedAt = new Date(time)
        const saving: Saving = tabOnly ? { is: 'nothing' } : { is: 'saved', at: savedAt }
        return { place: { id, of, sealed }, savedAt, saving, body: codec.read(body) }
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
  { store, now }: Pick<Device, 'store' | 'now'>,
  uid: string,
  { id, of, sealed }: DraftPlace,
): Promise<{ bringBack: () => Promise<void> }> {
  if (sealed) await store.dropDraft(uid, id, sealed)
  return {
    bringBack: async () => {
      if (sealed) await ignoreNoStorage(store.keepDraft(uid, { id, of, sealed, savedAt: now().getTime() }), undefined)
    },
  }
}
