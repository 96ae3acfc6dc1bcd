'use client'
import { useEffect } from 'react'
import { EarlierRows } from '@/components/device/earlier-rows'
import { Button } from '@/components/ui/button'
import { useObservable } from '@/components/ui/use-observable'
import { Skeleton } from '@/components/ui/waiting'
import { FailureNotice } from '@/components/device/failure-notice'
import type { Partner } from '@/lib/couples/people'
import { momentsMessages } from '@/lib/messages/rooms/moments'
import { useTranslations } from '@/lib/messages/use-translations'
import type { OpenedMoment } from '@/lib/moments/device'
import type { Vault } from '@/lib/vault/vault'
import { loggedMoments } from './logged-moments'
import { MomentItem } from './moment-item'
import { failureOf } from './failure'
import { useMoments } from './use-moments'

type OpenedMomentsProps = Readonly<{
  vault: Vault
  /** In the order in which they paired. */
  people: readonly [Partner, Partner]
  me: string
  coupleId: string
  locale: string
  /** Called after a moment or a part was changed: what the page counts is outdated then. */
  onChange: () => void
}>

/** The couple's moments from the open journal, and what can be done to each. */
export function OpenedMoments({ vault, people, me, coupleId, locale, onChange }: OpenedMomentsProps) {
  const t = useTranslations(momentsMessages, 'recent')
  const partner = people.find(({ id }) => id !== me)
  const { rows, next, error, reading, refresh, more, actions } = useMoments(vault, coupleId, onChange)
  const logged = useObservable(loggedMoments, 0)
  useEffect(() => void refresh(), [refresh, logged])

  const shown = rows?.filter(({ removed }) => !removed).sort(byDay)
  return (
    <>
      <EarlierRows error={error} onAccepted={() => void refresh()} />
      <FailureNotice error={error} failureOf={failureOf} name={partner?.name} onAgain={() => void refresh()} />
      {!shown && !error ? <Skeleton lines={6} /> : null}
      {shown?.length === 0 && next === null ? <p className="text-small text-ink-3">{t('empty')}</p> : null}
      {shown && shown.length > 0 ? (
        <ul className="lined">
          {shown.map((moment) => (
            <MomentItem key={moment.id} moment={moment} people={people} me={me} locale={locale} actions={actions} />
          ))}
        </ul>
      ) : null}
      {next !== null ? (
        <Button variant="link" busy={reading} busyLabel={t('loading')} className="mt-1" onClick={() => void more()}>
          {t('older')}
        </Button>
      ) : null}
    </>
  )
}

// Rows come in the order in which they were logged, but each shows its day, so they are listed by day.
const byDay = (a: OpenedMoment, b: OpenedMoment): number =>
  b.day.localeCompare(a.day) || b.addedAt.localeCompare(a.addedAt)
