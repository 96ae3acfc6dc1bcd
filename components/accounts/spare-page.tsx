'use client'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Icon } from '@/components/ui/icon'
import { LinkButton } from '@/components/ui/links'
import { PageHeading } from '@/components/ui/page-heading'
import { browserDevice } from '@/lib/device/browser-device'
import { sendSparePageSaved, sparePageCode } from '@/lib/accounts/spare-page'
import { accountsMessages } from '@/lib/messages/rooms/accounts'
import { useTranslations } from '@/lib/messages/use-translations'
import type { Vault } from '@/lib/vault/vault'
import { SparePageSheet } from './spare-page-sheet'
import { SealedPage } from '@/components/device/sealed-page'
import { WhenOpen } from '@/components/device/when-open'
import { useAction } from '@/components/ui/use-action'
import { useFailure } from '@/components/device/use-failure'

type SparePageProps = Readonly<{
  name: string
  /** Today, formatted. */
  today: string
  /** The formatted day on which the page was saved, or null. */
  savedOn: string | null
  /** Where the person continues. */
  back: Readonly<{ href: string; label: string }>
}>

/** Shows the spare page until it was saved, then only the day. */
export function SparePage(props: SparePageProps) {
  const t = useTranslations(accountsMessages, 'spare')
  const [justSaved, setJustSaved] = useState(false)
  const back = (
    <LinkButton href={props.back.href} className="mt-6">
      {props.back.label}
    </LinkButton>
  )
  if (justSaved || props.savedOn !== null) {
    return (
      <>
        <PageHeading lead={justSaved ? t('justSaved') : t('savedLead')}>
          {t('savedTitle', { day: props.savedOn ?? props.today })}
        </PageHeading>
        {back}
      </>
    )
  }
  return (
    <SealedPage>
      <PageHeading className="no-print" lead={t('lead')}>
        {t('title')}
      </PageHeading>
      <div className="mt-7 print:mt-0">
        <WhenOpen lines={8}>
          {(vault) => <UnsavedSparePage {...props} vault={vault} onSaved={() => setJustSaved(true)} />}
        </WhenOpen>
      </div>
    </SealedPage>
  )
}

function UnsavedSparePage({ name, today, vault, onSaved }: SparePageProps & { vault: Vault; onSaved: () => void }) {
  const t = useTranslations(accountsMessages)
  const inWords = useFailure()
  const code = sparePageCode(vault)
  const { run, busy, failure } = useAction(
    async () => {
      await sendSparePageSaved(browserDevice(), vault)
      onSaved()
    },
    inWords,
    { leaves: true },
  )
  return (
    <>
      {code === null ? null : <SparePageSheet name={name} day={today} code={code} />}
      <ErrorSummary className="mt-6" title={failure} />
      <div className="no-print mt-6 flex flex-wrap gap-2.5">
        {code === null ? null : (
          <Button icon={<Icon icon="printer" />} onClick={() => window.print()}>
            {t('spare.print')}
          </Button>
        )}
        <Button variant="primary" busy={busy} busyLabel={t('spare.saving')} onClick={run}>
          {t('spare.saved')}
        </Button>
      </div>
    </>
  )
}
