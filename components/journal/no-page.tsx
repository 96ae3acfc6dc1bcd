'use client'
import type { ReactNode } from 'react'
import { TextLink } from '@/components/ui/links'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { useTranslations } from '@/lib/messages/use-translations'

type NoPageProps = Readonly<{
  text: string
  /** `h2` beside the list on the journal's own address, which needs no link to itself. */
  heading?: 'h1' | 'h2' | undefined
  children?: ReactNode
}>

/** Says why there is no page to show. `children` is what can be done about it. */
export function NoPage({ text, heading: Heading = 'h1', children }: NoPageProps) {
  const t = useTranslations(journalMessages)
  return (
    <div>
      <Heading tabIndex={-1} className="type-lede">
        {text}
      </Heading>
      {Heading === 'h1' ? (
        <TextLink alone href="/journal" className="to-journal mt-2">
          {t('toJournal')}
        </TextLink>
      ) : null}
      {children ? <div className="mt-2">{children}</div> : null}
    </div>
  )
}
