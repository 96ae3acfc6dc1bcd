'use client'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { TextLink } from '@/components/ui/links'
import { PageHeading } from '@/components/ui/page-heading'
import { deviceMessages } from '@/lib/messages/rooms/device'
import { useTranslations } from '@/lib/messages/use-translations'
import { InsecureStop, useInsecure } from './insecure-stop'
import { PhraseForm } from './phrase-form'
import { useJournal } from './use-journal'

/**
 * The only content of a page on a locked device: the phrase field. A pending lock is finished first. The page reloads
 * its content once the journal is open.
 */
export function LockedPage() {
  const t = useTranslations(deviceMessages, 'open')
  const router = useRouter()
  const journal = useJournal()
  const insecure = useInsecure()
  useEffect(() => {
    if (journal.is === 'signed-out') router.replace('/sign-in')
    if (journal.is === 'open') router.refresh()
  }, [journal, router])
  if (insecure) return <InsecureStop />
  return (
    <div className="mx-auto max-w-104 pt-8 rail:pt-20">
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      <PhraseForm className="mt-7" />
      <p className="mt-6 flex flex-wrap gap-x-8">
        <TextLink alone href="/recover">
          {t('lost')}
        </TextLink>
        <TextLink alone href="/sign-in">
          {t('notMe')}
        </TextLink>
      </p>
    </div>
  )
}
