'use client'
import type { ReactNode } from 'react'
import { TextLink } from '@/components/ui/links'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { useTranslations } from '@/lib/messages/use-translations'

/** Says why there is no page to show. `children` is what can be done about it. */
export function NoPage({ text, children }: Readonly<{ text: string; children?: ReactNode }>) {
  const t = useTranslations(journalMessages)
  return (
    <div>
      <h1 tabIndex={-1} className="type-lede">
        {text}
      </h1>
      <TextLink alone href="/journal" className="mt-2">
        {t('toJournal')}
      </TextLink>
      {children ? <div className="mt-2">{children}</div> : null}
    </div>
  )
}
