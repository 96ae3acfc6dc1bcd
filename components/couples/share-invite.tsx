'use client'
import { useState, useSyncExternalStore } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { couplesMessages } from '@/lib/messages/rooms/couples'
import { useTranslations } from '@/lib/messages/use-translations'

const never = () => () => undefined

type ShareInviteProps = Readonly<{ link: string; words: string }>

/**
 * Shares the link with the inviter's words through the browser's share sheet, or copies both if it has none. The link
 * can also be copied alone, to paste it into an address bar.
 */
export function ShareInvite({ link, words }: ShareInviteProps) {
  const t = useTranslations(couplesMessages, 'pair')
  const canSend = useSyncExternalStore(
    never,
    () => typeof navigator.share === 'function',
    () => false,
  )
  const [copied, setCopied] = useState<{ text: string; failed: boolean } | null>(null)
  const withWords = words.trim() !== ''
  const both = `${words.trim()}\n${link}`
  // Closing the share sheet rejects, but is no failure.
  const send = () => void navigator.share({ text: words, url: link }).catch(() => undefined)
  const copy = (text: string) =>
    void navigator.clipboard.writeText(text).then(
      () => setCopied({ text, failed: false }),
      () => setCopied({ text, failed: true }),
    )
  // false again once the words have changed
  const wasCopied = (text: string) => copied?.text === text && !copied.failed
  const copyBoth = !canSend && withWords
  return (
    <>
      <div className="mt-4.5 grid grid-cols-1 gap-2.5">
        {canSend ? (
          <Button variant="primary" wide icon={<Icon icon="send" />} onClick={send}>
            {t('send')}
          </Button>
        ) : null}
        {copyBoth ? (
          <Button variant="primary" wide icon={<Icon icon="copy" />} onClick={() => copy(both)}>
            {t(wasCopied(both) ? 'copied' : 'copyBoth')}
          </Button>
        ) : null}
        <Button
          variant={canSend || copyBoth ? 'outline' : 'primary'}
          wide
          icon={<Icon icon="copy" />}
          onClick={() => copy(link)}
        >
          {t(wasCopied(link) ? 'copied' : 'copy')}
        </Button>
      </div>
      <p
        role="status"
        className={copied?.failed ? 'mt-2 text-small break-words whitespace-pre-line text-ink-2 select-all' : 'sr-only'}
      >
        {copied === null ? '' : copied.failed ? t('copyFailed', { text: copied.text }) : t('copied')}
      </p>
    </>
  )
}
