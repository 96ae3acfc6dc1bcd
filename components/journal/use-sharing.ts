'use client'
import { useRouter } from 'next/navigation'
import { useRef } from 'react'
import { showToast } from '@/components/ui/toast'
import { useAction } from '@/components/ui/use-action'
import { browserDevice } from '@/lib/device/browser-device'
import type { IntimacyType } from '@/lib/intimacy/intimacy-type'
import type { SharedPage } from '@/lib/journal/share'
import { sealShare, sendShare, type SealedShare } from '@/lib/journal/sharing'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { useTranslations } from '@/lib/messages/use-translations'
import type { Vault } from '@/lib/vault/vault'
import { journalListOf } from './use-journal-list'
import { useHold } from './use-hold'

type ShareDraft = Readonly<{ page: SharedPage; types: readonly IntimacyType[] }>

/** Holds what was previewed for ten seconds, then seals and sends it. Nothing is sent before. */
export function useSharing(vault: Vault, coupleId: string) {
  const t = useTranslations(journalMessages, 'share')
  const router = useRouter()
  const hold = useHold()
  const sealed = useRef<SealedShare | null>(null)

  const { run, busy, failure, clear } = useAction(
    async (toShare: ShareDraft) => {
      const device = browserDevice()
      // every retry sends the same bytes, so that a lost answer makes no second page
      sealed.current ??= await sealShare(device, vault, { coupleId, ...toShare })
      const { id } = await sendShare(device, vault, sealed.current)
      sealed.current = null
      void journalListOf(vault).refresh()
      router.push(`/journal/shared/${id}`)
    },
    (error) => ({ error }),
    { leaves: true },
  )
  const last = useRef<ShareDraft | null>(null)
  return {
    secondsLeft: hold.secondsLeft,
    sending: busy,
    failure: failure?.error,
    begin: (toShare: ShareDraft) => {
      sealed.current = null
      last.current = toShare
      clear()
      hold.start(() => run(toShare))
    },
    stop: () => {
      hold.stop()
      showToast({ text: t('stopped') })
    },
    again: () => {
      if (last.current) run(last.current)
    },
  }
}
