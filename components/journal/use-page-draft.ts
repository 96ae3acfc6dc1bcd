'use client'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { saveOnLeave, makeStoredDraft } from '@/components/device/stored-draft'
import { browserDevice } from '@/lib/device/browser-device'
import type { DraftSaver, Saving } from '@/lib/device/drafts'
import type { Beginning } from '@/lib/journal/beginning'
import { changeDraft, pageDrafts, type PageDraft } from '@/lib/journal/draft-body'
import { todayOf } from '@/lib/journal/device'
import type { Vault } from '@/lib/vault/vault'

export type PageDrafting = Readonly<{
  body: PageDraft
  change: (next: Partial<PageDraft>) => void
  saving: Saving
  saver: DraftSaver<PageDraft>
  /** Saves unsaved text at once. */
  keep: DraftSaver<PageDraft>['flush']
}>

/**
 * The draft of a page that is being written: each change is stored on the device within a second, and at once on
 * leaving.
 */
export function usePageDraft(vault: Vault, beginning: Beginning): PageDrafting {
  const [body, setBody] = useState(beginning.body)
  const [saver] = useState(() => makeStoredDraft(vault, pageDrafts, beginning.place, beginning.saving))
  useEffect(() => saveOnLeave(saver.flush), [saver])
  const saving = useSyncExternalStore(saver.subscribe, saver.saving, saver.saving)
  return {
    body,
    saving,
    saver,
    keep: saver.flush,
    change: (changed) => {
      const next = changeDraft(body, changed, () => todayOf(browserDevice()))
      setBody(next)
      saver.change(next)
    },
  }
}
