'use client'
import { useRef } from 'react'
import { showToast } from '@/components/ui/toast'
import { useAction } from '@/components/ui/use-action'
import { useLeaveFor } from '@/components/ui/use-leave-for'
import { browserDevice } from '@/lib/device/browser-device'
import type { IntimacyType } from '@/lib/intimacy/intimacy-type'
import { hasSameWords } from '@/lib/journal/share'
import { sharePage } from '@/lib/journal/share-page'
import type { NewSharedPage } from '@/lib/journal/sharing'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { useTranslations } from '@/lib/messages/use-translations'
import type { Vault } from '@/lib/vault/vault'
import { forgetFinished } from './just-finished'
import { journalListOf } from './use-journal-list'
import { useHold } from './use-hold'

/** With whom a page is shared. */
type SharingWith = Readonly<{ coupleId: string; name: string }>

type ShareDraft = Readonly<{ page: NewSharedPage; types: readonly IntimacyType[] }>

/**
 * Holds what was previewed of a private page for ten seconds, then seals and sends it. Nothing is sent before. Another
 * try finds the copy of the one before, whose answer was lost.
 */
export function useSharing(vault: Vault, pageId: string, { coupleId, name }: SharingWith, onShared: () => void) {
  const t = useTranslations(journalMessages, 'share')
  const leaveFor = useLeaveFor()
  const hold = useHold()

  const { run, busy, failure, clear } = useAction(
    async (toShare: ShareDraft) => {
      const { copy, again } = await sharePage(browserDevice(), vault, { pageId, coupleId, ...toShare })
      onShared()
      forgetFinished(vault)
      const list = journalListOf(vault)
      void list.reread(pageId).then(list.refresh, list.refresh)
      const isOther = copy.opened.is === 'text' && !hasSameWords(copy.opened.text.words, toShare.page.words)
      leaveFor(`/journal/shared/${copy.id}`)
      showToast({ text: again && isOther ? t('alreadyCopy') : t('sent', { name }) })
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
