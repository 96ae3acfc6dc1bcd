'use client'
import { useCallback, useEffect, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { browserDevice } from '@/lib/accounts/browser-device'
import { EarlierRows } from '@/components/accounts/earlier-rows'
import { WhenOpen } from '@/components/accounts/when-open'
import { TypeList } from '@/components/intimacy/type-mark'
import { Button } from '@/components/ui/button'
import { Skeleton } from '@/components/ui/waiting'
import type { OpenedMoment } from '@/lib/moments/device'
import { readFormerMoments, type FormerKey } from '@/lib/moments/former-moments'
import { formatFullDay } from '@/lib/time/format'
import type { Vault } from '@/lib/vault/vault'
import { EarlierState } from '@/lib/vault/vault-error'
import { useFailureWords } from './use-failure-words'

type FormerMomentsProps = Readonly<{
  /** The couples that I was in before, the last one first. */
  couples: readonly string[]
  locale: string
}>

/** What I logged with a partner of before, to read: it counts for nothing any more, and nobody else is served it. */
export const FormerMoments = (props: FormerMomentsProps) => <WhenOpen lines={4}>{(vault) => <List vault={vault} {...props} />}</WhenOpen>

type Read = Readonly<{ rows: readonly OpenedMoment[]; next: FormerKey | null; begun: boolean; error: unknown; reading: boolean }>

function List({ vault, couples, locale }: FormerMomentsProps & Readonly<{ vault: Vault }>) {
  const t = useTranslations('moments.recent')
  const inWords = useFailureWords('')
  const [read, setRead] = useState<Read>({ rows: [], next: { couples }, begun: false, error: null, reading: false })
  const readOn = useCallback(async (from: FormerKey) => {
    setRead((before) => ({ ...before, error: null, reading: true }))
    try {
      const { rows, next } = await readFormerMoments(browserDevice(), vault, from)
      setRead((before) => ({ rows: [...before.rows, ...rows], next, begun: true, error: null, reading: false }))
    } catch (error) {
      setRead((before) => ({ ...before, error, reading: false }))
    }
  }, [vault])
  const all = couples.join()
  useEffect(() => {
    let here = true
    readFormerMoments(browserDevice(), vault, { couples: all.split(',') }).then(
      ({ rows, next }) => { if (here) setRead({ rows, next, begun: true, error: null, reading: false }) },
      (error: unknown) => { if (here) setRead((before) => ({ ...before, error })) },
    )
    return () => { here = false }
  }, [vault, all])

  const { rows, next, begun, error, reading } = read
  const again = () => void readOn(next ?? { couples })
  return (
    <>
      {error instanceof EarlierState ? <EarlierRows error={error} onAccepted={again} /> : null}
      {error && !(error instanceof EarlierState) ? (
        <div role="alert" className="flex flex-wrap items-center gap-x-4 text-small text-ink-2">
          <span className="min-w-0 flex-1 basis-48">{inWords(error)}</span>
          <Button variant="link" onClick={again}>{t('again')}</Button>
        </div>
      ) : null}
      {!begun && !error ? <Skeleton lines={4} /> : null}
      {begun && rows.length === 0 ? <p className="text-small text-ink-3">{t('formerEmpty')}</p> : null}
      {rows.length > 0 ? <ul className="divide-y divide-line border-y border-line">{rows.map((moment) => <FormerMoment key={moment.id} moment={moment} locale={locale} />)}</ul> : null}
      {begun && next !== null && !error ? <Button variant="link" busy={reading} busyLabel={t('reading')} className="mt-1" onClick={again}>{t('older')}</Button> : null}
    </>
  )
}

function FormerMoment({ moment: { opened, who, day, types }, locale }: { moment: OpenedMoment; locale: string }) {
  const t = useTranslations('moments.recent')
  return (
    <li className="py-3.5">
      {opened.is === 'text' && opened.text ? <p className="type-letter-small whitespace-pre-wrap">{opened.text}</p> : null}
      {opened.is === 'failed' ? <p className="text-small text-ink-3">{t('unread')}</p> : null}
      <p className="mt-1 text-small text-ink-2">
        {t(who === 'both' ? 'formerBoth' : 'formerMe')} <span aria-hidden="true" className="text-ink-3">·</span> <span className="text-ink-3">{formatFullDay(day, locale)}</span>
      </p>
      <TypeList types={types} size="small" />
    </li>
  )
}
