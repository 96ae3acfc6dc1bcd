'use client'
import { createContext, useContext, useEffect, useMemo, useRef, type ReactNode } from 'react'
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
import { useQuietNext } from './step-footer'

type OpenedMonthState = Readonly<{ value: OpenedMonth | null; error: unknown; again: () => void }>

const OpenedMonthContext = createContext<OpenedMonthState | null>(null)

type OpenedMonthProps = Readonly<{
  monthKey: MonthKey
  /** Whether the couple is a former one. */
  former?: boolean
  /** Where in the month one is: what changed meanwhile is fetched when one goes on. */
  place?: string
  children: ReactNode
}>

/**
 * Wraps a month's page: fetches and opens its texts once the vault is open, and again when the page returns to the
 * front.
 */
export function OpenedMonthRows({ monthKey: { coupleId, month }, former = false, place, children }: OpenedMonthProps) {
  const journal = useJournal()
  const vault = journal.is === 'open' ? journal.vault : null
  const { value, error, again } = useLoaded(`${coupleId} ${month} ${vault ? 'open' : 'shut'}`, async () =>
    vault ? (former ? fetchFormerMonth : fetchMonth)(browserDevice(), vault, { coupleId, month }) : null,
  )
  useOnReturn(again)
  const lastPlace = useRef(place)
  useEffect(() => {
    if (lastPlace.current === place) return
    lastPlace.current = place
    again()
  }, [place, again])
  const state = useMemo(() => ({ value, error, again }), [value, error, again])
  return <OpenedMonthContext.Provider value={state}>{children}</OpenedMonthContext.Provider>
}

/** Renders what needs the month's texts, unless they can't be opened: then nothing is left of it, headings neither. */
export function MonthTexts({ children }: { children: ReactNode }) {
  const journal = useJournal()
  const { value, error } = useOpenedMonth()
  const isOpenable = journal.is === 'open' || journal.is === 'opening'
  return isOpenable && (value !== null || !error) ? children : null
}

/** Why the month's texts can't be opened, and the way on, once for the page. */
export function MonthNotOpen() {
  const { value, error, again } = useOpenedMonth()
  const journal = useJournal()
  useQuietNext(journal.is === 'shut') // the phrase is asked for here, with a primary button of its own
  return (
    <WhenOpen lines={0}>
      {() => (value === null && error ? <LoadFailure error={error} onAgain={again} /> : null)}
    </WhenOpen>
  )
}

function useOpenedMonth(): OpenedMonthState {
  const state = useContext(OpenedMonthContext)
  if (!state) throw new Error('The texts of a month need an OpenedMonthRows around them.')
  return state
}

export type MonthPart = Readonly<{ vault: Vault; opened: OpenedMonth; again: () => void }>

type WithMonthProps = Readonly<{ lines: number; children: (part: MonthPart) => ReactNode }>

/**
 * Renders its children once the vault is open and the month's texts are loaded, and a skeleton of `lines` before. With
 * `quiet`, a failure is not shown.
 */
export function WithMonth({ lines, quiet = false, children }: WithMonthProps & { quiet?: boolean }) {
  const { value, error, again } = useOpenedMonth()
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
