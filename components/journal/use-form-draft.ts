'use client'
import { useEffect, useRef, useState } from 'react'
import { browserDevice } from '@/lib/accounts/browser-device'
import { draftSaver, dropDraft, unfinishedDrafts, type DraftSaver } from '@/lib/journal/drafts'
import { draftRecipientOf } from '@/lib/vault/draft'
import { randomUuid } from '@/lib/vault/primitives'
import type { Vault } from '@/lib/vault/vault'

type Fields = Readonly<Record<string, string>>

/** Which form: `of` names it among this person's drafts, `page` is where one goes on with it. */
export type FormPlace = Readonly<{ of: string; page: string }>

/** What a form that went away still keeps: whoever looks for drafts waits for it. */
let leaving: Promise<unknown> = Promise.resolve()

/** The words of a form that one is filling in: kept on the device while they are typed, and there again after a reload. */
export function useFormDraft<F extends Fields>(vault: Vault, { of, page }: FormPlace, begin: F) {
  const [fields, setFields] = useState(begin)
  const saver = useRef<DraftSaver | null>(null)
  const names = useRef(Object.keys(begin))
  useEffect(() => {
    const device = browserDevice()
    const recipient = draftRecipientOf(vault)
    const start = async () => {
      const begun = (saver.current = draftSaver(device, recipient, { place: { id: randomUuid(), of, sealed: null } }))
      await leaving
      const found = (await unfinishedDrafts(device, vault)).find(({ place, body }) => place.of === of && body.is === 'form')
      // What was typed meanwhile stands.
      if (found?.body.is !== 'form' || saver.current !== begun || begun.saving().is !== 'nothing') return
      const { place, body } = found
      saver.current = draftSaver(device, recipient, { place })
      setFields((before) => ({ ...before, ...Object.fromEntries(names.current.map((name) => [name, body.fields[name] ?? ''])) }))
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
  }, [vault, of])
  return {
    fields,
    change: (name: keyof F & string, text: string) => {
      const next = { ...fields, [name]: text }
      setFields(next)
      saver.current?.change({ is: 'form', page, fields: next })
    },
    /** Keeps at once what isn't kept yet. */
    keep: async () => saver.current?.flush(),
    /** It was sent, or left as it was: the draft goes. */
    done: async () => {
      await saver.current?.flush()
      const place = saver.current?.place()
      saver.current?.stop()
      if (place) await dropDraft(browserDevice(), vault.uid, place)
      saver.current = null
    },
  }
}
