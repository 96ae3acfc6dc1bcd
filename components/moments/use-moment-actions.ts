'use client'
import { useMemo } from 'react'
import { offerUndo, showToast } from '@/components/ui/toast'
import { browserDevice } from '@/lib/device/browser-device'
import { Problem } from '@/lib/http/problem'
import { momentsMessages } from '@/lib/messages/rooms/moments'
import { useTranslations } from '@/lib/messages/use-translations'
import type { MomentRow } from '@/lib/moments/contract'
import { fetchMoment, removeMoment, sendMomentVersion, sendPart, type OpenedMoment } from '@/lib/moments/device'
import type { Vault } from '@/lib/vault/vault'
import { noteTakenBack } from './logged-moments'

export type MomentActions = Readonly<{
  remove: (moment: OpenedMoment) => Promise<void>
  setPart: (moment: OpenedMoment, takenOut: boolean) => Promise<void>
}>

type MomentActionsEnd = Readonly<{
  /** Gets a moment as it is after an action. */
  onChanged: (moment: OpenedMoment) => void
  /** Gets why an action failed. */
  onFailed: (error: unknown) => void
}>

/** What the viewer can do to a moment in a list. Removing offers Undo. */
export function useMomentActions(vault: Vault, { onChanged, onFailed }: MomentActionsEnd): MomentActions {
  const t = useTranslations(momentsMessages, 'recent')
  return useMemo((): MomentActions => {
    const device = browserDevice()
    const handleFailure = async (error: unknown, id: string) => {
      if (!(error instanceof Problem && error.code === 'version-changed')) return onFailed(error)
      showToast({ text: t('changed') })
      onChanged(await fetchMoment(device, vault, id))
    }
    const bringBack = async (gone: MomentRow, before: OpenedMoment) => {
      if (before.opened.is !== 'text') return
      try {
        onChanged(await sendMomentVersion(device, vault, gone, { types: before.types, words: before.opened.text }))
        noteTakenBack(gone.id, false)
        showToast({ text: t('undone') })
      } catch (error) {
        await handleFailure(error, gone.id)
      }
    }
    return {
      remove: async (moment) => {
        try {
          const gone = await removeMoment(device, vault, moment)
          noteTakenBack(gone.id, true)
          onChanged(gone)
          if (moment.opened.is === 'text') offerUndo({ text: t('removed'), undo: () => void bringBack(gone, moment) })
          else showToast({ text: t('removed') })
        } catch (error) {
          await handleFailure(error, moment.id)
        }
      },
      setPart: async (moment, takenOut) => {
        try {
          onChanged(await sendPart(device, vault, moment.id, takenOut))
        } catch (error) {
          await handleFailure(error, moment.id)
        }
      },
    }
  }, [vault, onChanged, onFailed, t])
}
