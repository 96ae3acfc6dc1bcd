'use client'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { browserDevice } from '@/lib/device/browser-device'
import type { Beginning } from '@/lib/journal/beginning'
import type { PageDraft } from '@/lib/journal/draft-body'
import { draftSaver, type DraftSaver, type Saving } from '@/lib/journal/drafts'
import { draftRecipientOf } from '@/lib/vault/draft'
import type { Vault } from '@/lib/vault/vault'
import { askToKeep } from '@/components/device/ask-to-keep'

export type PageDrafting = Readonly<{
  body: PageDraft
  change: (next: Partial<PageDraft>) => void
  saving: Saving
  saver: DraftSaver
}>

/** A page that is being written: each change is kept on the device within a second, and at once when the page goes away. */
export function usePageDraft(vault: Vault, beginning: Beginning): PageDrafting {
  const [body, setBody] = useState(beginning.body)
  const [saver] = useState(() => draftSaver(browserDevice(), draftRecipientOf(vault), { place: beginning.place }))
  useEffect(() => {
    const flush = () => void saver.flush()
    window.addEventListener('pagehide', flush)
    document.addEventListener('visibilitychange', flush)
    return () => {
      // a journal that locks takes the text off the screen: what isn't kept yet is kept now
      flush()
      window.removeEventListener('pagehide', flush)
      document.removeEventListener('visibilitychange', flush)
    }
  }, [saver])
  const saving = useSyncExternalStore(saver.subscribe, saver.saving, saver.saving)
  useEffect(() => {
    if (saving.is === 'saved') askToKeep()
  }, [saving])
  return {
    body,
    saving,
    saver,
    change: (changed) => {
      const next = { ...body, ...changed }
      setBody(next)
      saver.change(next)
    },
  }
}
