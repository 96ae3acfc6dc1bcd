'use client'
import { createContext, useContext, useMemo, type ReactNode } from 'react'
import { useJournal } from '@/components/device/use-journal'
import { WhenOpen } from '@/components/device/when-open'
import { LoadFailure } from '@/components/device/load-failure'
import { useOnReturn } from '@/components/ui/use-on-return'
import { useLoaded } from '@/components/ui/use-loaded'
import { Skeleton } from '@/components/ui/waiting'
import { browserDevice } from '@/lib/device/browser-device'
import { fetchFormerMonth, fetchMonth, type OpenedMonth } from '@/lib/months/device'
import type { MonthKey } from '@/lib/months/facts'
import type { Vault } from '@/lib/vault/vault'

type OpenedMonthState = Readonly<{ value: OpenedMonth | null; error: unknown; again: () => void }>

const OpenedMonthContext = createContext<OpenedMonthState | null>(null)

type OpenedMonthProps = Readonly<{
  monthKey: MonthKey
  /** Of a couple that one was in before. */
  former?: boolean
  children: ReactNode
}>

/** Around a month's page: what both wrote of it is asked for once, when the journal is open, and anew when the page comes to the front. */
export function OpenedMonthRows({ monthKey: { coupleId, month }, former = false, children }: OpenedMonthProps) {
  const journal = useJournal()
  const vault = journal.is === 'open' ? journal.vault : null
  const { value, error, again } = useLoaded(`${coupleId} ${month} ${vault ? 'open' : 'shut'}`, async () =>
    vault ? (former ? fetchFormerMonth : fetchMonth)(browserDevice(), vault, { coupleId, month }) : null,
  )
  useOnReturn(again)
  const held = useMemo(() => ({ value, error, again }), [value, error, again])
  return <OpenedMonthContext.Provider value={held}>{children}</OpenedMonthContext.Provider>
}

export type MonthPart = Readonly<{ vault: Vault; opened: OpenedMonth; again: () => void }>

type WithMonthProps = Readonly<{ lines: number; children: (part: MonthPart) => ReactNode }>

/** What the open journal and the month's own rows are needed for; holds its place until both are there. `quiet` says nothing of a failure. */
export function WithMonth({ lines, quiet = false, children }: WithMonthProps & { quiet?: boolean }) {
  const held = useContext(OpenedMonthContext)
  if (!held) throw new Error('OpenedMonthRows stands around whatever uses it.')
  const { value, error, again } = held
  return (
    <WhenOpen lines={lines}>
      {(vault) => {
        if (value) return children({ vault, opened: value, again })
        if (!error) return <Skeleton lines={lines} />
        return quiet ? null : <LoadFailure error={error} onAgain={again} />
      }}
    </WhenOpen>
  )
}
