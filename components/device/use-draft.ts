'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { browserDevice } from '@/lib/device/browser-device'
import { dropDraft, type DraftCodec, type DraftPlace, type DraftSaver, type Saving } from '@/lib/device/drafts'
import { randomUuid } from '@/lib/vault/primitives'
import type { Vault } from '@/lib/vault/vault'
import { findDraft, saveOnLeave, makeStoredDraft } from './stored-draft'

const NOTHING: Saving = { is: 'nothing' }

const newPlace = (key: string): DraftPlace => ({ id: randomUuid(), of: key, sealed: null })

/**
 * Keeps the draft of this kind with this key: stored on the device while it is typed, and found again after a reload.
 */
export function useDraft<Body extends object>(vault: Vault, codec: DraftCodec<Body>, key: string, blank: Body) {
  const [body, setBody] = useState(blank)
  const [saving, setSaving] = useState(NOTHING)
  const saver = useRef<DraftSaver<Body> | null>(null)
  /** Saves by this one from now on. */
  const saveBy = useCallback((next: DraftSaver<Body> | null) => {
    saver.current = next
    setSaving(next?.saving() ?? NOTHING)
    next?.subscribe(() => {
      if (saver.current === next) setSaving(next.saving())
    })
  }, [])
  useEffect(() => {
    const start = async () => {
      const started = makeStoredDraft(vault, codec, newPlace(key))
      saveBy(started)
      const found = await findDraft(vault, codec, key)
      // Anything typed, sent or thrown away meanwhile wins.
      if (!found || saver.current !== started || started.saving().is !== 'nothing') return
      saveBy(makeStoredDraft(vault, codec, found.place, found.saving))
      setBody(found.body)
    }
    // A new vault object may only have changed keys: it is the same person's, and so is the draft.
    if (saver.current?.place().of !== key) void start().catch(() => {})
    return saveOnLeave(() => saver.current?.flush())
  }, [vault, codec, key, saveBy])
  return {
    body,
    saving,
    change: (next: Body) => {
      setBody(next)
      saver.current?.change(next)
    },
    /** The id for the row that is made from the draft: the same on every retry. */
    id: async () => (await saver.current?.take())?.id ?? randomUuid(),
    /** Saves unsaved text at once. Never throws: `isStored` has the result. */
    keep: async () => saver.current?.flush(),
    /** Whether the device could store the text at the last save. For handlers, not for rendering. */
    isStored: () => saver.current !== null && saver.current.saving().is !== 'failed',
    /** Drops the draft after it was sent or thrown away, and stops saving. `bringBack` undoes it. Never throws. */
    done: async () => {
      await saver.current?.flush()
      const place = saver.current?.place()
      saver.current?.stop()
      const dropped = place ? await dropDraft(browserDevice(), vault.uid, place).catch(() => null) : null
      saveBy(null)
      return dropped
    },
    /** Starts a new draft. */
    restart: () => {
      saveBy(makeStoredDraft(vault, codec, newPlace(key)))
      setBody(blank)
    },
  }
}
