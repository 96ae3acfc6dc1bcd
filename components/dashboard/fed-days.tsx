'use client'
import type { ComponentProps } from 'react'
import { useToday } from '@/components/people/use-today'
import type { FedBy } from '@/lib/dashboard/device'
import { groupByDay } from '@/lib/dashboard/what-fed'
import { formatDay } from '@/lib/time/format'
import { FedRow } from './fed-row'

type FedDaysProps = Omit<ComponentProps<typeof FedRow>, 'fed'> &
  Readonly<{
    /** Newest first. */
    shown: readonly FedBy[]
  }>

/** What fed, under its days: a day is above its rows on a phone, and beside them on wide screens. */
export function FedDays({ shown, ...row }: FedDaysProps) {
  const today = useToday()
  return groupByDay(shown).map(({ day, sources }) => (
    <div key={day} className="border-t border-line wide:grid wide:grid-cols-[190px_minmax(0,1fr)] wide:gap-4">
      <h3 className="type-overline pt-2.5 wide:pt-4">{formatDay(day, row.locale, today)}</h3>
      <ul className="wide:py-1">
        {sources.map((fed) => (
          <FedRow key={`${fed.source} ${fed.sourceId}`} fed={fed} {...row} />
        ))}
      </ul>
    </div>
  ))
}
