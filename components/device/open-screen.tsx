'use client'
import { TextLink } from '@/components/ui/links'
import { PageHeading } from '@/components/ui/page-heading'
import { deviceMessages } from '@/lib/messages/rooms/device'
import { useTranslations } from '@/lib/messages/use-translations'
import { PhraseForm } from './phrase-form'

/** "Open your journal": the phrase, and the ways on without it. */
export function OpenScreen() {
  const t = useTranslations(deviceMessages, 'open')
  return (
    <>
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
    </>
  )
}
