'use client'
import { useEffect, useEffectEvent, useState } from 'react'
import { WhenOpen } from '@/components/device/when-open'
import { LinkButton, TextLink } from '@/components/ui/links'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { Skeleton } from '@/components/ui/waiting'
import { browserDevice } from '@/lib/device/browser-device'
import { settlePairing, type PairingState } from '@/lib/couples/device'
import { couplesMessages } from '@/lib/messages/rooms/couples'
import { useTranslations } from '@/lib/messages/use-translations'
import type { Vault } from '@/lib/vault/vault'
import { MARK_HOPES } from './mark-hopes'

type PairedPanelProps = Readonly<{
  name: string
  /** I have marked what feels fed. */
  marked: boolean
}>

/** The two, and whether this device may share with the other. */
export function PairedPanel({ name, marked }: PairedPanelProps) {
  const t = useTranslations(couplesMessages, 'paired')
  return (
    <>
      <PageHeading lead={t('lead')}>{t('title', { name })}</PageHeading>
      <WhenOpen lines={3} className="mt-6">
        {(vault) => <PinNotice vault={vault} name={name} />}
      </WhenOpen>
      <NextSteps marked={marked} />
      <TextLink alone className="mt-3" href="/settings/part">
        {t('part')}
      </TextLink>
    </>
  )
}

/** What one does first as two, until it was done. */
export function NextSteps({ marked }: { marked: boolean }) {
  const t = useTranslations(couplesMessages, 'paired')
  return (
    <>
      {marked ? null : <p className="mt-6 measure text-ink-2">{t('hopesNote')}</p>}
      <div className="mt-5 grid gap-2.5">
        {marked ? (
          <LinkButton variant="primary" wide href="/lately">
            {t('lately')}
          </LinkButton>
        ) : (
          <LinkButton variant="primary" wide href={MARK_HOPES}>
            {t('hopes')}
          </LinkButton>
        )}
        <LinkButton variant="outline" wide href="/today">
          {t('today')}
        </LinkButton>
      </div>
    </>
  )
}

/** Why nothing can be shared yet, or that it can. Checks the partner's keys first, where that was not done. */
function PinNotice({ vault, name }: { vault: Vault; name: string }) {
  const t = useTranslations(couplesMessages, 'trust')
  const [is, setPairing] = useState<PairingState['is'] | null>(null)
  // Where it can't be asked nothing is said: it is asked again on the next page.
  const settle = useEffectEvent((isHere: () => boolean) =>
    settlePairing(browserDevice(), vault).then(
      (pairing) => {
        if (isHere()) setPairing(pairing.is)
      },
      () => undefined,
    ),
  )
  useEffect(() => {
    let here = true
    void settle(() => here)
    return () => {
      here = false
    }
  }, [])
  if (is === null || is === 'alone') return <Skeleton lines={3} className="mt-6" />
  if (is === 'pinned') return <Notice className="mt-6">{t('pinned', { name })}</Notice>
  return (
    <Notice className="mt-6">
      {t(is, { name })} {t('shareAgain')}
    </Notice>
  )
}
