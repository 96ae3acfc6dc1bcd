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
import { showToast } from '@/components/ui/toast'
import { useLeaveFor } from '@/components/ui/use-leave-for'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { useTranslations } from '@/lib/messages/use-translations'
import { useAction } from '@/components/ui/use-action'
import { useFailure } from '@/components/device/use-failure'

/** `isStored`: the device has stored it. If not, only this tab holds it until it is sent. */
export type FinishedPage = Readonly<{
  id: string
  page: Page
  outcome: SendOutcome
  isStored: boolean
  /** The instant of a new page, as the list has it; null for a page that was edited. */
  addedAt: string | null
}>

/**
 * *Done*: the draft becomes a page. It is stored on the device first, so that nothing is lost offline. A page that was
 * edited and sent is shown at its own address.
 */
export function useFinishing(vault: Vault, id: string, { body, saver }: PageDrafting) {
  const [finished, setFinished] = useState<FinishedPage | null>(null)
  const describeFailure = useFailure(finishingFailureOf)
  const t = useTranslations(journalMessages, 'after')
  const leaveFor = useLeaveFor()
  const { run, busy, failure } = useAction(async () => {
    const device = browserDevice()
    const draft = await saver.take()
    const page = pageOf(body)
    const addedAt = body.base === 0 ? device.present().toISOString() : null
    const { id: pageId, isStored } = await finishPage(device, vault, {
      id: draft.of ?? draft.id,
      base: body.base,
      page,
      draft,
    })
    saver.stop()
    const outcome = await sendFinished(device, vault)
    const reread = journalListOf(vault)
      .reread(pageId)
      .catch(() => {})
    if (body.base > 0 && outcome.failure === null && outcome.twice.length === 0) {
      await reread // until the page is fetched it is shown as the list has it
      if (leaveFor(`/journal/${pageId}`, { replaces: true })) showToast({ text: t('kept') })
      return
    }
    setFinished({ id: outcome.twice[0] ?? (pageId || id), page, outcome, isStored, addedAt })
  }, describeFailure)
  return { finish: run, finishing: busy, finished, failure }
}
