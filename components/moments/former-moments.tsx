'use client'
import { useCallback } from 'react'
import { WhenOpen } from '@/components/device/when-open'
import { FormerRows } from '@/components/couples/former-rows'
import { TypeList } from '@/components/intimacy/type-mark'
import { browserDevice } from '@/lib/device/browser-device'
import type { FetchCoupleRows } from '@/lib/couples/former-rows'
import { momentsMessages } from '@/lib/messages/rooms/moments'
import { useTranslations } from '@/lib/messages/use-translations'
import { fetchMoments, type OpenedMoment } from '@/lib/moments/device'
import { formatFullDay } from '@/lib/time/format'
import type { Vault } from '@/lib/vault/vault'

type FormerMomentsProps = Readonly<{
  /** The ids of the viewer's former couples, the last one first. */
  couples: readonly string[]
  locale: string
}>

/** The viewer's moments of former couples, to read. They count for nothing, and nobody else gets them. */
export const FormerMoments = (props: FormerMomentsProps) => (
  <WhenOpen lines={4}>{(vault) => <List vault={vault} {...props} />}</WhenOpen>
)

function List({ vault, couples, locale }: FormerMomentsProps & Readonly<{ vault: Vault }>) {
  const t = useTranslations(momentsMessages, 'recent')
  const fetchRows: FetchCoupleRows<OpenedMoment> = useCallback(
    (query) => fetchMoments(browserDevice(), vault, query),
    [vault],
  )
  const labels = { empty: t('formerEmpty'), older: t('older'), reading: t('loading') }
  return (
    <FormerRows couples={couples} fetchRows={fetchRows} labels={labels}>
      {(moment) => <FormerMoment key={moment.id} moment={moment} locale={locale} />}
    </FormerRows>
  )
}

function FormerMoment({ moment: { opened, who, day, types }, locale }: { moment: OpenedMoment; locale: string }) {
  const t = useTranslations(momentsMessages, 'recent')
  return (
    <li className="py-3.5">
      {opened.is === 'text' && opened.text ? (
        <p dir="auto" className="type-letter-small whitespace-pre-wrap">
          {opened.text}
        </p>
      ) : null}
      {opened.is === 'failed' ? <p className="text-small text-ink-3">{t('unread')}</p> : null}
      <p className="mt-1 text-small text-ink-2">
        {t(who === 'both' ? 'formerBoth' : 'formerMe')}{' '}
        <span aria-hidden="true" className="text-ink-3">
          ·
        </span>{' '}
        <span className="text-ink-3">{formatFullDay(day, locale)}</span>
      </p>
      <TypeList locale={locale} types={types} size="small" />
    </li>
  )
}
