'use client'
import { useState } from 'react'
import { browserDevice } from '@/lib/device/browser-device'
import { finishPage, sendFinished, type SendOutcome } from '@/lib/journal/outbox'
import { pageOf } from '@/lib/journal/draft-body'
import type { Page } from '@/lib/journal/page'
import type { Vault } from '@/lib/vault/vault'
import { finishingFailureOf } from './failure'
import { journalListOf } from './use-journal-list'
import type { PageDrafting } from './use-page-draft'
import { useAction } from '@/components/ui/use-action'
import { useFailure } from '@/components/device/use-failure'

/** `isStored`: the device has stored it. If not, only this tab holds it until it is sent. */
export type FinishedPage = Readonly<{ id: string; page: Page; outcome: SendOutcome; isStored: boolean }>

/** *Done*: the draft becomes a page. It is stored on the device first, so that nothing is lost offline. */
export function useFinishing(vault: Vault, id: string, { body, saver }: PageDrafting) {
  const [finished, setFinished] = useState<FinishedPage | null>(null)
  const describeFailure = useFailure(finishingFailureOf)
  const { run, busy, failure } = useAction(async () => {
    const device = browserDevice()
    const draft = await saver.take()
    const page = pageOf(body)
    const { id: pageId, isStored } = await finishPage(device, vault, {
      id: draft.of ?? draft.id,
      base: body.base,
      page,
      draft,
    })
    saver.stop()
    const outcome = await sendFinished(device, vault)
    void journalListOf(vault)
      .reread(pageId)
      .catch(() => {})
    setFinished({ id: outcome.twice[0] ?? (pageId || id), page, outcome, isStored })
  }, describeFailure)
  return { finish: run, finishing: busy, finished, failure }
}
