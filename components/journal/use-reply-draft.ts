'use client'
import { useDraft } from '@/components/device/use-draft'
import { replyDrafts, type ReplyDraft } from '@/lib/journal/draft-body'
import type { Vault } from '@/lib/vault/vault'

const blank: ReplyDraft = { is: 'reply', text: '' }

/** The draft of a reply to a page. */
export function useReplyDraft(vault: Vault, pageId: string) {
  const draft = useDraft(vault, replyDrafts, pageId, blank)
  return {
    text: draft.body.text,
    saving: draft.saving,
    change: (text: string) => draft.change({ is: 'reply', text }),
    /** Returns the id that the reply will have: its draft's. */
    nextId: draft.id,
    keep: draft.keep,
    isStored: draft.isStored,
    /** Drops the draft after it was sent or thrown away, so that a new one can start. */
    done: async () => {
      const dropped = await draft.done()
      draft.restart()
      return dropped
    },
  }
}
