'use client'
import { useState } from 'react'
import { LoadFailure } from '@/components/device/load-failure'
import { Button } from '@/components/ui/button'
import { useLoaded } from '@/components/ui/use-loaded'
import { Skeleton } from '@/components/ui/waiting'
import { browserDevice } from '@/lib/device/browser-device'
import type { Partner } from '@/lib/couples/people'
import { openFedBy, sourcesOf } from '@/lib/dashboard/device'
import type { IntimacyType } from '@/lib/intimacy/intimacy-type'
import { dashboardMessages } from '@/lib/messages/rooms/dashboard'
import { useTranslations } from '@/lib/messages/use-translations'
import type { Vault } from '@/lib/vault/vault'
import { FedByItem } from './fed-by-item'
import { useFedRows } from './what-fed-rows'

/** How many are listed at first, and how many each click adds. */
const AT_A_TIME = 6

type FedByListProps = Readonly<{
  vault: Vault
  type: IntimacyType
  people: readonly [Partner, Partner]
  locale: string
}>

/** What fed a type, opened with the vault: a few at first, more on demand. */
export function FedByList({ vault, type, people, locale }: FedByListProps) {
  const t = useTranslations(dashboardMessages, 'fedBy')
  const { round, fetchPages } = useFedRows()
  const [{ limit, pages }, setShown] = useState({ limit: AT_A_TIME, pages: 1 })
  // what is listed stays while more is read
  const load = async () => {
    const dashboard = await fetchPages(pages)
    const sources = sourcesOf(dashboard, type)
    return {
      limit,
      pages,
      fedBy: await openFedBy(browserDevice(), vault, dashboard, type, sources.slice(0, limit)),
      more: sources.length > limit || dashboard.next !== null,
      isPageShown: sources.length <= limit,
    }
  }
  const { value, error, again } = useLoaded(String(round), load, `${limit} ${pages}`)
  if (error) return <LoadFailure error={error} onAgain={again} className="mb-3" />
  if (!value) return <Skeleton lines={3} className="pb-3" />
  const { fedBy, more, isPageShown } = value
  if (fedBy.length === 0 && !more) return <p className="pb-3 text-small text-ink-3">{t('nothing')}</p>
  return (
    <>
      <ul className="space-y-3 pt-0.5 pb-3">
        {fedBy.map((fed) => (
          <FedByItem key={`${fed.source} ${fed.sourceId}`} fed={fed} people={people} locale={locale} />
        ))}
      </ul>
      {more ? (
        <Button
          variant="link"
          busy={value.limit !== limit || value.pages !== pages}
          onClick={() => setShown({ limit: limit + AT_A_TIME, pages: isPageShown ? pages + 1 : pages })}
        >
          {t('more')}
        </Button>
      ) : null}
    </>
  )
}
