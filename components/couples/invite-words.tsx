'use client'
import { useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { TextArea } from '@/components/ui/text-area'
import { couplesMessages } from '@/lib/messages/rooms/couples'
import { useTranslations } from '@/lib/messages/use-translations'

type InviteWordsProps = Readonly<{ words: string; onChange: (words: string) => void }>

/** The inviter's own words. They stay in this page's memory until the inviter sends them. */
export function InviteWords({ words, onChange }: InviteWordsProps) {
  const t = useTranslations(couplesMessages, 'pair')
  const [changing, change] = useState(false)
  const id = useId()
  if (!changing) {
    return (
      <div className="mt-3 flex items-start justify-between gap-3">
        <p dir="auto" className="type-letter-small min-w-0">
          “{words}”
        </p>
        <Button
          variant="link"
          className="-mt-2 flex-none"
          icon={<Icon icon="pencil-line" />}
          aria-label={t('changeLabel')}
          onClick={() => change(true)}
        >
          {t('change')}
        </Button>
      </div>
    )
  }
  return (
    <div className="mt-3">
      <TextArea
        id={id}
        autoFocus
        rows={2}
        maxLength={400}
        label={t('wordsLabel')}
        hint={t('wordsHint')}
        value={words}
        onChange={(event) => onChange(event.target.value)}
      />
      <Button size="small" className="mt-3" onClick={() => change(false)}>
        {t('done')}
      </Button>
    </div>
  )
}
