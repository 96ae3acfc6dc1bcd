'use client'
import { useState } from 'react'
import { storeDraft } from '@/components/device/stored-draft'
import { useFailure } from '@/components/device/use-failure'
import { showFed } from '@/components/intimacy/fed-petals'
import { offerUndo, showToast } from '@/components/ui/toast'
import { useAction } from '@/components/ui/use-action'
import { browserDevice } from '@/lib/device/browser-device'
import { formDrafts } from '@/lib/device/form-draft'
import { failureMessages } from '@/lib/messages/rooms/failure'
import { momentsMessages } from '@/lib/messages/rooms/moments'
import { useTranslations } from '@/lib/messages/use-translations'
import type { MomentRow } from '@/lib/moments/contract'
import { removeMoment, type MomentDetails } from '@/lib/moments/device'
import { makeMomentLogger } from '@/lib/moments/moment-logger'
import { randomUuid } from '@/lib/vault/primitives'
import type { Vault } from '@/lib/vault/vault'
import { failureOf } from './failure'
import { fedBy } from './fed-by'
import type { LoggedMoment } from './logged-moment'
import { noteLogged } from './logged-moments'
import type { MomentPlace } from './moment-place'
import { takenBack } from './taken-back'

type LoggingProps = Pick<MomentPlace, 'coupleId' | 'slot' | 'partnerName' | 'onChange'> &
  Readonly<{
    /** Whether the page stays, and says where the field is that the moment is saved. */
    stays: boolean
    onLogged: (moment: LoggedMoment) => void
    /** Called when the moment was taken back, and its words are a draft again. */
    onBack: () => void
  }>

type LoggingDraft = Readonly<{ keep: () => Promise<unknown>; done: () => Promise<unknown> }>

/**
 * Sends a moment. Every retry uses the same logger, so that a lost answer makes no second moment. It can be taken back
 * from where it is said to be saved: then the form is as it was, and its words are a draft again.
 */
export function useLogging(vault: Vault, props: LoggingProps, draft: LoggingDraft) {
  const { coupleId, slot, partnerName, stays, onChange, onLogged, onBack } = props
  const t = useTranslations(momentsMessages)
  const again = useTranslations(failureMessages)('again')
  const describeFailure = useFailure(failureOf)
  const [log] = useState(() => makeMomentLogger(browserDevice(), coupleId))

  const takeBack = async (row: MomentRow, details: MomentDetails) => {
    const { words, ...moment } = details
    try {
      await removeMoment(browserDevice(), vault, row)
      if (words)
        await storeDraft(
          vault,
          formDrafts,
          { id: randomUuid(), of: `${coupleId}/moment`, sealed: null },
          { is: 'form', page: '/moments/new', fields: { words } },
        )
      noteLogged()
      onChange?.()
      takenBack.set({ uid: vault.uid, moment })
      onBack()
      showToast({ text: t('recent.removed') })
    } catch (error) {
      showToast({
        text: describeFailure(error, partnerName),
        action: { label: again, run: () => void takeBack(row, details) },
      })
    }
  }
  return useAction(
    async (details: MomentDetails) => {
      try {
        const row = await log(vault, details)
        await draft.done()
        const undo = () => takeBack(row, details)
        if (!stays) offerUndo({ text: t('added'), undo: () => void undo() })
        showFed({ types: details.types, people: fedBy(details.who, slot) })
        noteLogged()
        onChange?.()
        onLogged({ ...details, undo })
      } catch (error) {
        await draft.keep()
        throw error
      }
    },
    (error) => describeFailure(error, partnerName),
  )
}
