'use client'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { offerUndo } from '@/components/ui/toast'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { useTranslations } from '@/lib/messages/use-translations'
import type { Vault } from '@/lib/vault/vault'
import { journalListOf } from './use-journal-list'
import { useReplyDraft } from './use-reply-draft'
import { Written } from './written'

type KeptReplyProps = Readonly<{ vault: Vault; pageId: string }>

/** The draft of a reply to a page that can't be answered any more: to read, to copy, or to throw away. */
export function UnsentReply(props: KeptReplyProps) {
  const [round, setRound] = useState(0)
  return <UnsentReplyText key={round} {...props} onBack={() => setRound(round + 1)} />
}

function UnsentReplyText({ vault, pageId, onBack }: KeptReplyProps & { onBack: () => void }) {
  const t = useTranslations(journalMessages)
  const { text, done } = useReplyDraft(vault, pageId)
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no')
  if (text.trim() === '') return null

  const copy = () =>
    void navigator.clipboard.writeText(text).then(
      () => setCopied('yes'),
      () => setCopied('failed'),
    )
  const discard = async () => {
    const dropped = await done()
    const { refresh } = journalListOf(vault)
    await refresh()
    const undo = async () => {
      await dropped?.bringBack()
      onBack()
      await refresh()
    }
    offerUndo({ text: t('write.thrownAway'), undo: () => void undo() })
  }
  return (
    <section aria-label={t('shared.label')} className="mt-8 border-t border-line pt-4">
      <p className="text-small text-ink-3">{t('shared.noReply')}</p>
      <Written small className="mt-3">
        {text}
      </Written>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button size="small" onClick={copy}>
          {t(copied === 'yes' ? 'shared.wordsCopied' : 'shared.copyWords')}
        </Button>
        <Button size="small" variant="quiet" onClick={() => void discard()}>
          {t('write.throwAway')}
        </Button>
      </div>
      <p role="status" className={copied === 'failed' ? 'mt-2 text-small text-ink-2' : 'sr-only'}>
        {copied === 'yes' ? t('shared.wordsCopied') : copied === 'failed' ? t('shared.wordsNotCopied') : ''}
      </p>
    </section>
  )
}
