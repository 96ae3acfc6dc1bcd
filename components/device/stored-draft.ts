'use client'
import { browserDevice } from '@/lib/device/browser-device'
import {
  makeDraftSaver,
  readUnfinishedDrafts,
  type DraftCodec,
  type DraftPlace,
  type DraftSaver,
  type Saving,
} from '@/lib/device/drafts'
import { draftRecipientOf } from '@/lib/vault/draft'
import { keepUnsent } from '@/lib/unsent-forms'
import type { Vault } from '@/lib/vault/vault'
import { requestPersistence } from './request-persistence'

/** Saves of forms that just left the screen. A search for drafts waits for them, or it would find an older text. */
let leaving: Promise<unknown> = Promise.resolve()

const UNSAVED = { mine: {}, from: {}, ids: null }

/**
 * After a failed save the browser asks before the tab closes, and the text is saved once the network is back. Returns
 * what ends that.
 */
function holdUnsaved<Body>({ saving, subscribe, flush, place }: DraftSaver<Body>): () => void {
  const key = `draft ${place().id}`
  const again = () => void flush()
  const release = () => {
    window.removeEventListener('online', again)
    keepUnsent(key, null)
  }
  subscribe(() => {
    const { is } = saving()
    if (is === 'saved' || is === 'nothing') release()
    if (is !== 'failed') return
    window.addEventListener('online', again)
    keepUnsent(key, UNSAVED)
  })
  return release
}

/** Makes a saver on this device, of a new draft or one that was found, with its `saving`. After its first save the browser is asked not to clear this site's storage. */
export function makeStoredDraft<Body extends object>(
  vault: Vault,
  codec: DraftCodec<Body>,
  place: DraftPlace,
  saving?: Saving,
): DraftSaver<Body> {
  const saver = makeDraftSaver(browserDevice(), draftRecipientOf(vault), { codec, place, saving })
  saver.subscribe(() => {
    if (saver.saving().is === 'saved') requestPersistence()
  })
  const release = holdUnsaved(saver)
  return {
    ...saver,
    stop: () => {
      release()
      saver.stop()
    },
  }
}

/** Stores a text as an unfinished draft at once. Resolves to whether the device could store it. */
export async function storeDraft<Body extends object>(
  vault: Vault,
  codec: DraftCodec<Body>,
  place: DraftPlace,
  body: Body,
): Promise<boolean> {
  const saver = makeStoredDraft(vault, codec, place)
  saver.change(body)
  await saver.flush()
  saver.stop()
  return saver.saving().is !== 'failed'
}

/** Finds the newest unfinished draft of this kind with this key, or null. */
export async function findDraft<Body extends object>(vault: Vault, codec: DraftCodec<Body>, key: string) {
  await leaving
  const drafts = await readUnfinishedDrafts(browserDevice(), vault, codec)
  return drafts.find(({ place }) => place.of === key) ?? null
}

/**
 * For an effect: saves when the page is hidden or closed, and when the effect ends, for example because the journal
 * locks.
 */
export function saveOnLeave(save: () => Promise<void> | undefined): () => void {
  const flush = () => void save()
  window.addEventListener('pagehide', flush)
  document.addEventListener('visibilitychange', flush)
  return () => {
    leaving = Promise.all([leaving, save()])
    window.removeEventListener('pagehide', flush)
    document.removeEventListener('visibilitychange', flush)
  }
}
