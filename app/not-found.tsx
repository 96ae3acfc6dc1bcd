'use client'
import { OpenFrame } from '@/components/shell/open-frame'
import { LinkButton } from '@/components/ui/links'
import { PageHeading } from '@/components/ui/page-heading'
import { DEFAULT_LOCALE } from '@/lib/messages/locale'
import { shellMessages } from '@/lib/messages/rooms/shell'
import { translate } from '@/lib/messages/translate'

// Next's own page carries an inline style without a nonce.
export default function NotFound() {
  const t = translate(DEFAULT_LOCALE, shellMessages)
  return (
    <OpenFrame>
      <PageHeading lead={t('notFoundDetail')}>{t('notFound')}</PageHeading>
      <LinkButton href="/" className="mt-6">
        {t('home')}
      </LinkButton>
    </OpenFrame>
  )
}
