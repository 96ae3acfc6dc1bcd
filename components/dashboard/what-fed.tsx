'use client'
import { useState } from 'react'
import { latePart } from '@/components/device/late-part'
import { useJournal } from '@/components/device/use-journal'
import { Disclosure } from '@/components/ui/disclosure'
import { TextLink } from '@/components/ui/links'
import { Skeleton } from '@/components/ui/waiting'
import type { Partner } from '@/lib/couples/people'
import type { IntimacyType } from '@/lib/intimacy/intimacy-type'
import { dashboardMessages } from '@/lib/messages/rooms/dashboard'
import { intimacyMessages } from '@/lib/messages/rooms/intimacy'
import { useTranslations } from '@/lib/messages/use-translations'

const LateFedByList = latePart(async () => (await import('./fed-by-list')).FedByList)

type WhatFedProps = Readonly<{ type: IntimacyType; people: readonly [Partner, Partner]; locale: string; id: string }>

/** Opens what fed a type in these weeks: for whom, on which day, and its text. */
export function WhatFed(props: WhatFedProps) {
  const t = useTranslations(dashboardMessages, 'fedBy')
  const name = useTranslations(intimacyMessages)
  const [opened, setOpened] = useState(false)
  return (
    <Disclosure
      summary={
        <>
          {t('show')}
          <span className="sr-only">{t('which', { type: name(props.type) })}</span>
        </>
      }
      onOpen={() => setOpened(true)}
      className="wide:ms-51.5"
    >
      {opened ? <FedByWhenOpen {...props} /> : null}
    </Disclosure>
  )
}

// The page asks for the phrase once, beside the moments; this links there.
function FedByWhenOpen({ id, ...props }: WhatFedProps) {
  const t = useTranslations(dashboardMessages, 'fedBy')
  const journal = useJournal()
  if (journal.is === 'open') return <LateFedByList vault={journal.vault} {...props} />
  if (journal.is === 'opening') return <Skeleton lines={3} className="pb-3" />
  return (
    <p className="pb-3 text-small">
      <TextLink href={`#${id}`}>{t('openFirst')}</TextLink>
    </p>
  )
}
