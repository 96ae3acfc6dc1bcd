'use client'
import { latePart } from '@/components/device/late-part'
import { WhenOpen } from '@/components/device/when-open'
import { Section } from '@/components/ui/page-heading'
import type { Partner } from '@/lib/couples/people'
import { dashboardMessages } from '@/lib/messages/rooms/dashboard'
import { useTranslations } from '@/lib/messages/use-translations'
import type { Day } from '@/lib/time/day'
import { FED } from './fed-ids'
import { useFedRows } from './what-fed-rows'

const LateFedList = latePart(async () => (await import('./fed-list')).FedList, { lines: 8 })

type WhatFedProps = Readonly<{
  /** In the order in which they paired. */
  people: readonly [Partner, Partner]
  me: string
  /** The day on which the two paired, before which nothing counts. */
  startedOn: Day
  locale: string
}>

/** What fed, day by day, and what can be done to each. Asks for the phrase while the journal is locked. */
export function WhatFed(props: WhatFedProps) {
  const t = useTranslations(dashboardMessages)
  const { type } = useFedRows()
  return (
    <Section id={FED} title={type === null ? t('fedBy.heading') : t('fedBy.headingFor', { type: t(`the.${type}`) })}>
      <WhenOpen lines={8}>{(vault) => <LateFedList vault={vault} {...props} />}</WhenOpen>
    </Section>
  )
}
