'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { LoadFailure } from '@/components/device/load-failure'
import { failureOf } from '@/components/moments/failure'
import { useMomentActions } from '@/components/moments/use-moment-actions'
import { Button } from '@/components/ui/button'
import { useLoaded } from '@/components/ui/use-loaded'
import { Skeleton } from '@/components/ui/waiting'
import { browserDevice } from '@/lib/device/browser-device'
import type { Partner } from '@/lib/couples/people'
import { isWhole, openFedBy, sourcesOf, type Dashboard, type FedBy } from '@/lib/dashboard/device'
import type { WhatFed } from '@/lib/dashboard/what-fed'
import { dashboardMessages } from '@/lib/messages/rooms/dashboard'
import { useTranslations } from '@/lib/messages/use-translations'
import type { OpenedMoment } from '@/lib/moments/device'
import type { Day } from '@/lib/time/day'
import type { Vault } from '@/lib/vault/vault'
import { FedDays } from './fed-days'
import { FedFilter } from './fed-filter'
import { useFedRows } from './what-fed-rows'

/** How many rows are shown at first, and how many more at a time. */
const FIRST = 5
const MORE = 10

type FedListProps = Readonly<{
  vault: Vault
  people: readonly [Partner, Partner]
  me: string
  startedOn: Day
  locale: string
}>

type ChangedMoment = Readonly<{ moment: OpenedMoment; round: number }>

const keyOf = ({ source, sourceId }: Pick<WhatFed, 'source' | 'sourceId'>): string => `${source} ${sourceId}`

/** What fed, opened with the vault: the newest rows under their days, and earlier ones on demand. */
export function FedList({ vault, people, me, startedOn, locale }: FedListProps) {
  const t = useTranslations(dashboardMessages, 'fedBy')
  const { round, fetchUntil, changed, type } = useFedRows()
  const [{ limit, listed }, setShown] = useState({ limit: FIRST, listed: 0 })
  const [changes, setChanges] = useState<ReadonlyMap<string, ChangedMoment>>(new Map())
  const [failed, setFailed] = useState<unknown>(null)
  // a row is opened once a round
  const opened = useRef({ vault, round, rows: new Map<string, FedBy | null>() })

  const load = useCallback(async () => {
    const isAll = (dashboard: Dashboard) => isWhole(dashboard, startedOn)
    // one row more than is shown, so that the button promises what is there
    const dashboard = await fetchUntil((far) => isAll(far) || sourcesOf(far, type).length > limit)
    const sources = sourcesOf(dashboard, type)
    const first = sources.slice(0, limit)
    if (opened.current.round !== round || opened.current.vault !== vault)
      opened.current = { vault, round, rows: new Map() }
    const { rows } = opened.current
    const fresh = first.filter((source) => !rows.has(keyOf(source)))
    const found = new Map(
      (await openFedBy(browserDevice(), vault, dashboard, fresh)).map((fed) => [keyOf(fed), fed] as const),
    )
    for (const source of fresh) rows.set(keyOf(source), found.get(keyOf(source)) ?? null)
    return {
      round,
      state: `${type} ${limit}`,
      fedBy: first.flatMap((source) => rows.get(keyOf(source)) ?? []),
      count: first.length,
      hasMore: sources.length > limit || !isAll(dashboard),
    }
  }, [vault, round, fetchUntil, type, limit, startedOn])
  const { value, error, again } = useLoaded('fed', load, load)

  // the button goes with the last rows: the keyboard goes on at the first of them
  const list = useRef<HTMLDivElement>(null)
  const isEnd = value !== null && !value.hasMore
  useEffect(() => {
    if (isEnd && listed > 0 && document.activeElement === document.body)
      list.current?.querySelectorAll('summary')[listed]?.focus({ preventScroll: true })
  }, [isEnd, listed])

  const onChanged = useCallback(
    (moment: OpenedMoment) => {
      setFailed(null)
      setChanges((before) => new Map(before).set(moment.id, { moment, round }))
      changed()
    },
    [round, changed],
  )
  const actions = useMomentActions(vault, { onChanged, onFailed: setFailed })

  // what was just changed here shows at once; the next round brings it from the server
  const asChanged = (fed: FedBy): FedBy | null => {
    const change = fed.is === 'moment' && changes.get(fed.sourceId)
    if (!change || fed.is !== 'moment' || !value || change.round < value.round) return fed
    const { moment } = change
    if (moment.removed) return null
    const isIn = (id: string) => moment.parts.some(({ personId, takenOut }) => personId === id && !takenOut)
    const fedBy = people.filter(({ id }) => isIn(id)).map(({ id }) => ({ personId: id, day: moment.day }))
    return { ...fed, moment, fedBy }
  }
  // the radio narrows at once what is shown, and more of its type comes
  const shown = (value?.fedBy ?? [])
    .map(asChanged)
    .filter((fed) => fed !== null)
    .filter(({ types }) => type === null || types.includes(type))
  const isComplete = value?.state === `${type} ${limit}`
  const partner = people.find(({ id }) => id !== me)
  return (
    <>
      <FedFilter />
      <LoadFailure
        error={error ?? failed}
        failureOf={failureOf}
        name={partner?.name}
        onAgain={() => {
          setFailed(null)
          again()
        }}
        className="mt-2"
      />
      {!value && !error ? <Skeleton lines={8} className="mt-3" /> : null}
      {value && isComplete && shown.length === 0 && !value.hasMore ? (
        <p className="mt-3 text-small text-ink-3">{t('nothing')}</p>
      ) : null}
      <div ref={list} className="mt-1.5 *:last:border-b" aria-busy={value !== null && !isComplete}>
        <FedDays shown={shown} people={people} me={me} locale={locale} actions={actions} />
      </div>
      {value?.hasMore ? (
        <Button
          variant="link"
          busy={!isComplete && !error}
          busyLabel={t('loading')}
          onClick={() => {
            const more = value.count + MORE
            setShown({ limit: more, listed: value.count })
            if (more === limit) again() // what was asked for before did not come, or was not enough
          }}
        >
          {t('earlier')}
        </Button>
      ) : null}
    </>
  )
}
