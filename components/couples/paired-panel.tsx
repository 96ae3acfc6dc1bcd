'use client'
import { use, useEffect, useEffectEvent, useState } from 'react'
import { WhenOpen } from '@/components/device/when-open'
import { ExampleFlower } from '@/components/people/example-flower'
import { TwoMarksOnce } from '@/components/people/two-marks-once'
import { Beside } from '@/components/shell/beside'
import { Icon } from '@/components/ui/icon'
import { LinkButton, TextLink } from '@/components/ui/links'
import { Notice } from '@/components/ui/notice'
import { PagePerson } from '@/components/ui/page-person'
import { PageHeading, Section } from '@/components/ui/page-heading'
import { Row, Rows } from '@/components/ui/rows'
import { browserDevice } from '@/lib/device/browser-device'
import { settlePairing, type PairingState } from '@/lib/couples/device'
import { couplesMessages } from '@/lib/messages/rooms/couples'
import { useLocale, useTranslations } from '@/lib/messages/use-translations'
import type { Vault } from '@/lib/vault/vault'
import { invitedMark } from './invited-mark'
import { MARK_HOPES } from './mark-hopes'

/** The marks of both above the heading, with its edge. */
export const PAIRED_MARKS = '-ms-0.5 mb-3'

type PairedPanelProps = Readonly<{
  name: string
  /** Whether the viewer has marked what feels fed. */
  marked: boolean
}>

/** Shows the couple, and why this device can't share with the partner, where it can't. */
export function PairedPanel({ name, marked }: PairedPanelProps) {
  const t = useTranslations(couplesMessages, 'paired')
  const locale = useLocale()
  // once the two have a picture of their own, an example could be taken for it
  return (
    <Beside picture={marked ? null : <ExampleFlower locale={locale} />}>
      <TwoMarksOnce mark={invitedMark(use(PagePerson))} end="beside" className={PAIRED_MARKS} />
      <PageHeading lead={t('lead')}>{t('title', { name })}</PageHeading>
      <WhenOpen lines={0} asks="first" className="mt-6">
        {(vault) => <PinNotice vault={vault} name={name} />}
      </WhenOpen>
      <NextSteps marked={marked} />
      <TextLink alone className="mt-3" href="/settings/part">
        {t('part')}
      </TextLink>
    </Beside>
  )
}

/** The first thing to do as a couple, and what else there is from now on. */
export function NextSteps({ marked }: { marked: boolean }) {
  const t = useTranslations(couplesMessages, 'paired')
  return (
    <>
      {marked ? null : <p className="mt-6 text-ink-2">{t('hopesNote')}</p>}
      <div className="mt-5 flex flex-wrap gap-2.5">
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
      <Section id="two" title={t('now')} className="mt-9">
        <Rows>
          <Row icon={<Icon icon="book-open" />} title={t('share')} detail={t('shareDetail')} href="/journal" />
          <Row icon={<Icon icon="calendar-heart" />} title={t('week')} detail={t('weekDetail')} href="/week" />
          <Row icon={<Icon icon="refresh-cw" />} title={t('ritual')} detail={t('ritualDetail')} href="/rituals/new" />
        </Rows>
      </Section>
    </>
  )
}

/** Says why this device can't share, where it can't. Checks the partner's keys first if needed. */
function PinNotice({ vault, name }: { vault: Vault; name: string }) {
  const t = useTranslations(couplesMessages, 'trust')
  const [is, setPairing] = useState<PairingState['is'] | null>(null)
  // A failure is not shown: the next page tries again.
  const settle = useEffectEvent((isMounted: () => boolean) =>
    settlePairing(browserDevice(), vault).then(
      (pairing) => {
        if (isMounted()) setPairing(pairing.is)
      },
      () => undefined,
    ),
  )
  useEffect(() => {
    let mounted = true
    void settle(() => mounted)
    return () => {
      mounted = false
    }
  }, [])
  if (is !== 'unproved' && is !== 'changed') return null
  return (
    <Notice className="mt-6">
      {t(is, { name })} {t('shareAgain')}
    </Notice>
  )
}
