'use client'
import { useEffect, useRef, useState } from 'react'
import { browserDevice } from '@/lib/accounts/browser-device'
import { draftSaver, dropDraft, unfinishedDrafts, type DraftPlace, type DraftSaver } from '@/lib/journal/drafts'
import { draftRecipientOf } from '@/lib/vault/draft'
import { randomUuid } from '@/lib/vault/primitives'
import type { Vault } from '@/lib/vault/vault'
import { askToKeep } from './ask-to-keep'

const fresh = (pageId: string): DraftPlace => ({ id: randomUuid(), of: pageId, sealed: null })

/** What a form that went away still keeps: whoever looks for drafts waits for it, or would find the words of a moment before. */
let leaving: Promise<unknown> = Promise.resolve()

/** The reply that one is writing to a page: kept on the device while it is typed, and there again after a reload. */
export function useReplyDraft(vault: Vault, pageId: string) {
  const [text, setText] = useState('')
  const saver = useRef<DraftSaver | null>(null)
  useEffect(() => {
    const device = browserDevice()
    const make = (place: DraftPlace) => {
      const made = draftSaver(device, draftRecipientOf(vault), { place })
      made.subscribe(() => { if (made.saving().is === 'saved') askToKeep() })
      return (saver.current = made)
    }
    const begin = async () => {
      const begun = make(fresh(pageId))
      await leaving
      const found = (await unfinishedDrafts(device, vault)).find(({ place, body }) => place.of === pageId && body.is === 'reply')
      // what was typed, said or thrown away meanwhile stands
      if (found?.body.is !== 'reply' || saver.current !== begun || begun.saving().is !== 'nothing') return
      make(found.place)
      setText(found.body.text)
    }
    // a journal whose keys changed is the same person's, and so is what they are writing
    if (saver.current?.place().of !== pageId) void begin().catch(() => {})
    const flush = () => void saver.current?.flush()
    window.addEventListener('pagehide', flush)
    document.addEventListener('visibilitychange', flush)
    return () => {
      leaving = Promise.all([leaving, saver.current?.flush()])
      window.removeEventListener('pagehide', flush)
      document.removeEventListener('visibilitychange', flush)
    }
  }, [vault, pageId])
  return {
    text,
    change: (next: string) => {
      setText(next)
      saver.current?.change({ is: 'reply', text: next })
    },
    /** The id that the reply will have: its draft's. */
    nextId: () => saver.current?.place().id ?? randomUuid(),
    /** Keeps at once what isn't kept yet. */
    keep: async () => saver.current?.flush(),
    /** It was said, or thrown away: the draft goes, and a new one may begin. */
    done: async () => {
      const device = browserDevice()
      await saver.current?.flush()
      const place = saver.current?.place()
      saver.current?.stop()
      const dropped = place ? await dropDraft(device, vault.uid, place) : null
      saver.current = draftSaver(device, draftRecipientOf(vault), { place: fresh(pageId) })
      setText('')
      return dropped
    },
  }
}
