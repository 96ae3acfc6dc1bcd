'use client'
import { useEffect, useRef, useState } from 'react'
import { browserDevice } from '@/lib/device/browser-device'
import type { DraftBody } from '@/lib/journal/draft-body'
import { draftSaver, dropDraft, unfinishedDrafts, type DraftPlace, type DraftSaver } from '@/lib/journal/drafts'
import { draftRecipientOf } from '@/lib/vault/draft'
import { randomUuid } from '@/lib/vault/primitives'
import type { Vault } from '@/lib/vault/vault'
import { askToKeep } from './ask-to-keep'

/** What something that went away still keeps: whoever looks for drafts waits for it, or would find the words of a moment before. */
let leaving: Promise<unknown> = Promise.resolve()

const fresh = (of: string): DraftPlace => ({ id: randomUuid(), of, sealed: null })

function saverAt(vault: Vault, place: DraftPlace): DraftSaver {
  const made = draftSaver(browserDevice(), draftRecipientOf(vault), { place })
  made.subscribe(() => {
    if (made.saving().is === 'saved') askToKeep()
  })
  return made
}

/**
 * What one is writing of a thing that has one draft of its kind, named by `of`: kept on the device while it is typed, and there again
 * after a reload.
 */
export function useDraft<B extends DraftBody>(vault: Vault, of: string, begin: B) {
  const [body, setBody] = useState(begin)
  const saver = useRef<DraftSaver | null>(null)
  const kind = begin.is
  useEffect(() => {
    const isOurs = (found: DraftBody): found is B => found.is === kind
    const start = async () => {
      const begun = (saver.current = saverAt(vault, fresh(of)))
      await leaving
      const found = (await unfinishedDrafts(browserDevice(), vault)).find(
        (draft) => draft.place.of === of && isOurs(draft.body),
      )
      // What was typed, sent or thrown away meanwhile stands.
      if (!found || !isOurs(found.body) || saver.current !== begun || begun.saving().is !== 'nothing') return
      saver.current = saverAt(vault, found.place)
      setBody(found.body)
    }
    // A journal whose keys changed is the same person's, and so is what they are writing.
    if (saver.current?.place().of !== of) void start().catch(() => {})
    const flush = () => void saver.current?.flush()
    window.addEventListener('pagehide', flush)
    document.addEventListener('visibilitychange', flush)
    return () => {
      leaving = Promise.all([leaving, saver.current?.flush()])
      window.removeEventListener('pagehide', flush)
      document.removeEventListener('visibilitychange', flush)
    }
  }, [vault, of, kind])
  return {
    body,
    change: (next: B) => {
      setBody(next)
      saver.current?.change(next)
    },
    /** The id of the draft, for what will be made of it: the same however often that is tried. */
    id: async () => (await saver.current?.take())?.id ?? randomUuid(),
    /** Keeps at once what isn't kept yet. */
    keep: async () => saver.current?.flush(),
    /** It was sent, or thrown away: the draft goes, and nothing is kept any more. What was dropped can be brought back. Never throws. */
    done: async () => {
      await saver.current?.flush()
      const place = saver.current?.place()
      saver.current?.stop()
      const dropped = place ? await dropDraft(browserDevice(), vault.uid, place).catch(() => null) : null // what was sent is sent
      saver.current = null
      return dropped
    },
    /** A new one begins. */
    anew: () => {
      saver.current = saverAt(vault, fresh(of))
      setBody(begin)
    },
  }
}
