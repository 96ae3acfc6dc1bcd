'use client'
import { useState } from 'react'
import { useJournal } from '@/components/device/use-journal'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { TextLink } from '@/components/ui/links'
import { useLoaded } from '@/components/ui/use-loaded'
import { Skeleton } from '@/components/ui/waiting'
import { LoadFailure } from '@/components/device/load-failure'
import { browserDevice } from '@/lib/device/browser-device'
import type { Partner } from '@/lib/couples/people'
import { openFedBy, sourcesOf } from '@/lib/dashboard/device'
import type { IntimacyType } from '@/lib/intimacy/intimacy-type'
import { dashboardMessages } from '@/lib/messages/rooms/dashboard'
import { intimacyMessages } from '@/lib/messages/rooms/intimacy'
import { useTranslations } from '@/lib/messages/use-translations'
import type { Vault } from '@/lib/vault/vault'
import { FedByItem } from './fed-by-item'
import { useFedRows } from './what-fed-rows'

/** How many stand there at first, and how many more come at a time. */
const AT_A_TIME = 6

type WhatFedProps = Readonly<{ type: IntimacyType; people: readonly [Partner, Partner]; locale: string; id: string }>

/** What fed a type in these weeks, on tap: who, on which day, in their words. */
export function WhatFed(props: WhatFedProps) {
  const t = useTranslations(dashboardMessages, 'fedBy')
  const name = useTranslations(intimacyMessages)
  const [opened, open] = useState(false)
  return (
    <Disclosure
      summary={
        <>
          {t('show')}
          <span className="sr-only">{t('which', { type: name(props.type) })}</span>
        </>
      }
      onOpen={() => open(true)}
      className="rail:ms-[206px]"
    >
      {opened ? <WhenOpenElsewhere {...props} /> : null}
    </Disclosure>
  )
}

// The phrase is asked for once on the page, beside the moments; here stands the way to it.
function WhenOpenElsewhere({ id, ...props }: WhatFedProps) {
  const t = useTranslations(dashboardMessages, 'fedBy')
  const journal = useJournal()
  if (journal.is === 'open') return <FedByList vault={journal.vault} {...props} />
  if (journal.is === 'opening') return <Skeleton lines={3} className="pb-3" />
  return (
    <p className="pb-3 text-small">
      <TextLink href={`#${id}`}>{t('openFirst')}</TextLink>
    </p>
  )
}

function FedByList({ vault, type, people, locale }: Omit<WhatFedProps, 'id'> & Readonly<{ vault: Vault }>) {
  const t = useTranslations(dashboardMessages, 'fedBy')
  const { round, ask } = useFedRows()
  const [most, setMost] = useState(AT_A_TIME)
  const { value, error, again } = useLoaded(`${round} ${most}`, async () => {
    const dashboard = await ask()
    const sources = sourcesOf(dashboard, type)
    return {
      fedBy: await openFedBy(browserDevice(), vault, dashboard, sources.slice(0, most)),
      more: sources.length > most,
    }
  })
  if (error) return <LoadFailure error={error} onAgain={again} className="mb-3" />
  if (!value) return <Skeleton lines={3} className="pb-3" />
  if (value.fedBy.length === 0) return <p className="pb-3 text-small text-ink-3">{t('nothing')}</p>
  return (
    <>
      <ul className="space-y-3 pt-0.5 pb-3">
        {value.fedBy.map((fed) => (
          <FedByItem key={`${fed.source} ${fed.sourceId}`} fed={fed} people={people} locale={locale} />
        ))}
      </ul>
      {value.more ? (
        <Button variant="link" onClick={() => setMost(most + AT_A_TIME)}>
          {t('more')}
        </Button>
      ) : null}
    </>
  )
}
