'use client'
import { useState } from 'react'
import { browserDevice } from '@/lib/device/browser-device'
import { finishPage, sendFinished } from '@/lib/journal/outbox'
import { pageOf } from '@/lib/journal/draft-body'
import type { Vault } from '@/lib/vault/vault'
import { finishingFailureOf } from './failure'
import { journalListOf } from './use-journal-list'
import { noteFinished, type FinishedPage } from './just-finished'
import type { PageDrafting } from './use-page-draft'
import { showToast } from '@/components/ui/toast'
import { useLeaveFor } from '@/components/ui/use-leave-for'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { useTranslations } from '@/lib/messages/use-translations'
import { useAction } from '@/components/ui/use-action'
import { useFailure } from '@/components/device/use-failure'

/**
 * *Done*: the draft becomes a page. It is stored on the device first, so that nothing is lost offline. A page that was
 * sent is shown at its own address, which replaces the one it was written at: Back does not lead to an empty page. One
 * that was not is shown where it is, as its own address needs the server.
 */
export function useFinishing(vault: Vault, id: string, { body, saver }: PageDrafting) {
  const [finished, setFinished] = useState<FinishedPage | null>(null)
  const describeFailure = useFailure(finishingFailureOf)
  const t = useTranslations(journalMessages, 'after')
  const leaveFor = useLeaveFor()
  const work = async () => {
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
    const done = { id: outcome.twice[0] ?? (pageId || id), page, outcome, isStored, addedAt }
    if (outcome.failure !== null || outcome.twice.length > 0) return setFinished(done)
    if (body.base === 0) noteFinished(vault, done)
    else await reread // until the page is fetched it is shown as the list has it
    if (leaveFor(`/journal/${pageId}`, { replaces: true }) && body.base > 0) showToast({ text: t('kept') })
  }
  const { run, busy, failure } = useAction(work, describeFailure, { leaves: true })
  return { finish: run, finishing: busy, finished, failure }
}
