'use client'
import { Copy, Send } from 'lucide-react'
import { useState, useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl/react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'

const never = () => () => undefined

type HandOverProps = Readonly<{ link: string; words: string }>

/**
 * The link, by the browser's own way of sharing where it has one, together with the words; or copied alone, so that nothing but an
 * address is ever pasted into an address bar.
 */
export function HandOver({ link, words }: HandOverProps) {
  const t = useTranslations('couples.pair')
  const canSend = useSyncExternalStore(never, () => typeof navigator.share === 'function', () => false)
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no')
  // Dismissing the system's own sheet rejects, and is no failure.
  const send = () => void navigator.share({ text: words, url: link }).catch(() => undefined)
  const copy = () => void navigator.clipboard.writeText(link).then(() => setCopied('yes'), () => setCopied('failed'))
  return (
    <>
      <div className="mt-4.5 grid gap-2.5">
        {canSend ? <Button variant="primary" wide icon={<Icon of={Send} />} onClick={send}>{t('send')}</Button> : null}
        <Button variant={canSend ? 'outline' : 'primary'} wide icon={<Icon of={Copy} />} onClick={copy}>
          {t(copied === 'yes' ? 'copied' : 'copy')}
        </Button>
      </div>
      <p role="status" className={copied === 'failed' ? 'mt-2 text-small break-all text-ink-2 select-all' : 'sr-only'}>
        {copied === 'yes' ? t('copied') : copied === 'failed' ? t('copyFailed', { link }) : ''}
      </p>
    </>
  )
}
