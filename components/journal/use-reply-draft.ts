'use client'
import type { ReplyDraft } from '@/lib/journal/draft-body'
import type { Vault } from '@/lib/vault/vault'
import { useDraft } from '@/components/device/use-draft'

const blank: ReplyDraft = { is: 'reply', text: '' }

/** The reply that one is writing to a page. */
export function useReplyDraft(vault: Vault, pageId: string) {
  const draft = useDraft(vault, pageId, blank)
  return {
    text: draft.body.text,
    change: (text: string) => draft.change({ is: 'reply', text }),
    /** The id that the reply will have: its draft's. */
    nextId: draft.id,
    keep: draft.keep,
    /** It was said, or thrown away: the draft goes, and a new one may begin. */
    done: async () => {
      const dropped = await draft.done()
      draft.anew()
      return dropped
    },
  }
}
