'use client'
import { Hide } from '@/components/shell/hide'
import { Button } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/page-heading'
import { shellMessages } from '@/lib/messages/rooms/shell'
import { useTranslations } from '@/lib/messages/use-translations'

/** Where a page could not be made. It says nothing of what went wrong: that is in the server's log. */
export default function Failed({ reset }: { reset: () => void }) {
  const t = useTranslations(shellMessages)
  return (
    <main id="main" className="mx-auto max-w-160 px-5 pt-3.5">
      <div className="flex justify-end">
        <Hide />
      </div>
      <PageHeading lead={t('failedDetail')}>{t('failed')}</PageHeading>
      <Button className="mt-6" onClick={reset}>
        {t('again')}
      </Button>
    </main>
  )
}
