'use client'
import { useDraft } from '@/components/device/use-draft'
import { replyDrafts, type ReplyDraft } from '@/lib/journal/draft-body'
import type { Vault } from '@/lib/vault/vault'

const blank: ReplyDraft = { is: 'reply', text: '' }

/** The reply to a page that is being written. */
export function useReplyDraft(vault: Vault, pageId: string) {
  const draft = useDraft(vault, replyDrafts, pageId, blank)
  return {
    text: draft.body.text,
    change: (text: string) => draft.change({ is: 'reply', text }),
    /** The id that the reply will have: its draft's. */
    nextId: draft.id,
    keep: draft.keep,
    /** It was sent, or thrown away: the draft is dropped, and a new one may start. */
    done: async () => {
      const dropped = await draft.done()
      draft.restart()
      return dropped
    },
  }
}
