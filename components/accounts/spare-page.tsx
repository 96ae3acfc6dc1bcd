'use client'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/links'
import { PageHeading } from '@/components/ui/page-heading'
import { latePart } from '@/components/device/late-part'
import { WhenOpen } from '@/components/device/when-open'
import { sparePageCode } from '@/lib/accounts/spare-page'
import { accountsMessages } from '@/lib/messages/rooms/accounts'
import { useTranslations } from '@/lib/messages/use-translations'
import { SealedPage } from '@/components/device/sealed-page'
import { UnsavedSparePage } from './unsaved-spare-page'

const LateNewSparePage = latePart(async () => (await import('./new-spare-page')).NewSparePage, { lines: 4 })

type SparePageProps = Readonly<{
  name: string
  /** Today, formatted. */
  today: string
  /** The formatted day on which the page was saved, or null. */
  savedOn: string | null
  /** Where the person continues. */
  back: Readonly<{ href: string; label: string }>
}>

/** Shows the spare page until it was saved, then only the day and a way to a new page. */
export function SparePage({ name, today, savedOn, back }: SparePageProps) {
  const t = useTranslations(accountsMessages, 'spare')
  const [saved, setSaved] = useState({ on: savedOn, now: false })
  const [replaces, setReplaces] = useState(false)
  if (saved.on !== null && !replaces) {
    return (
      <>
        <PageHeading lead={t(saved.now ? 'justSaved' : 'savedLead')}>{t('savedTitle', { day: saved.on })}</PageHeading>
        <div className="mt-6 flex flex-wrap gap-2.5">
          <LinkButton href={back.href}>{back.label}</LinkButton>
          <Button variant="quiet" onClick={() => setReplaces(true)}>
            {t('replace')}
          </Button>
        </div>
      </>
    )
  }
  return (
    <SealedPage>
      <PageHeading className="no-print" lead={t(replaces ? 'replaceLead' : 'lead')}>
        {t(replaces ? 'replaceTitle' : 'title')}
      </PageHeading>
      <div className="mt-7 print:mt-0">
        <WhenOpen lines={8}>
          {(vault) =>
            replaces || sparePageCode(vault) === null ? (
              <LateNewSparePage
                vault={vault}
                onDone={() => {
                  setSaved({ on: null, now: false })
                  setReplaces(false)
                }}
                onCancel={replaces ? () => setReplaces(false) : null}
              />
            ) : (
              <UnsavedSparePage
                name={name}
                today={today}
                vault={vault}
                onSaved={() => setSaved({ on: today, now: true })}
                onReplace={() => setReplaces(true)}
              />
            )
          }
        </WhenOpen>
      </div>
    </SealedPage>
  )
}
