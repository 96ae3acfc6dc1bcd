'use client'
import { useState } from 'react'
import { browserDevice } from '@/lib/device/browser-device'
import { finishPage, sendFinished, type SendOutcome } from '@/lib/journal/outbox'
import type { Page } from '@/lib/journal/page'
import type { Vault } from '@/lib/vault/vault'
import { VaultError } from '@/lib/vault/vault-error'
import { journalOf } from './use-journal-list'
import type { PageDrafting } from './use-page-draft'

export type FinishedPage = Readonly<{ id: string; page: Page; outcome: SendOutcome }>

/** *Done*: the draft becomes a page. It is kept on the device first, so that a network that is away loses nothing. */
export function useFinishing(vault: Vault, id: string, { body, saver }: PageDrafting) {
  const [finished, setFinished] = useState<FinishedPage | null>(null)
  const [finishing, setFinishing] = useState(false)
  const [failure, setFailure] = useState<'tooLong' | 'notFinished' | null>(null)

  const finish = async () => {
    if (finishing) return
    setFinishing(true)
    setFailure(null)
    const device = browserDevice()
    try {
      const draft = await saver.take()
      const page: Page = { day: body.day, types: body.types, writing: body.writing }
      const pageId = await finishPage(device, vault, { id: draft.of ?? draft.id, base: body.base, page, draft })
      saver.stop()
      const outcome = await sendFinished(device, vault)
      void journalOf(vault)
        .reread(pageId)
        .catch(() => {})
      setFinished({ id: outcome.twice[0] ?? (pageId || id), page, outcome })
    } catch (error) {
      setFailure(error instanceof VaultError && error.code === 'too-long' ? 'tooLong' : 'notFinished')
    } finally {
      setFinishing(false)
    }
  }
  return { finish, finishing, finished, failure }
}
