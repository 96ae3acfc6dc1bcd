'use client'
import { createContext, useContext, type ComponentProps, type ReactNode } from 'react'
import { useJournal } from '@/components/device/use-journal'
import { LineQuotes } from '@/components/plans/line-quotes'
import type { Slot } from '@/components/people/partner-mark'
import { useLoaded } from '@/components/ui/use-loaded'
import { browserDevice } from '@/lib/device/browser-device'
import type { MonthKept } from '@/lib/months/contract'
import { lineDevice } from '@/lib/plans/late-line'
import { linesShown, type ShownLine } from '@/lib/plans/lines-shown'
import type { Month } from '@/lib/time/day'
import { formatDayOfMonth } from '@/lib/time/format'
import { firstDayOf, lastDayOf } from '@/lib/time/month'

/** A group of people who can have taken part, and whether it is exactly those who did. */
export type TakerLabel = Readonly<{
  key: string
  /** The person, where it is one; their lines have the slot's mark, if there is one. */
  personId: string | null
  slot: Slot | null
  mark?: ReactNode
  label: string
  matches: (tookPart: readonly string[]) => boolean
}>

type LineWriters = ComponentProps<typeof LineQuotes>['writers']

const NO_LINES: readonly ShownLine[] = []
const LinesContext = createContext(NO_LINES)

type MonthLinesProps = Readonly<{
  month: Month
  /** The couple's id, if it is a former one. */
  former: string | undefined
  children: ReactNode
}>

/**
 * Wraps the kept plans of a month: fetches all their lines at once when the journal is open. Where that fails, they are
 * left out; each plan's own page says why.
 */
export function MonthLines({ month, former, children }: MonthLinesProps) {
  const journal = useJournal()
  const vault = journal.is === 'open' ? journal.vault : null
  const coupleId = former ?? vault?.keyring.partner?.pair
  const { value } = useLoaded(`${vault ? coupleId : ''} ${month}`, async (): Promise<readonly ShownLine[]> => {
    if (!vault || coupleId === undefined) return NO_LINES
    const days = { from: firstDayOf(month), to: lastDayOf(month) }
    return linesShown(await lineDevice.fetchLinesBetween(browserDevice(), vault, { coupleId, ...days }))
  })
  return <LinesContext.Provider value={vault && value ? value : NO_LINES}>{children}</LinesContext.Provider>
}

type KeptLinesProps = Readonly<{
  /** The dates of one ritual, or a one-off. */
  plans: readonly MonthKept[]
  writers: LineWriters
  locale: string
}>

/** What the two remember some kept plans by. Of a ritual with several dates each has its day. */
export function KeptLines({ plans, writers, locale }: KeptLinesProps) {
  const lines = useContext(LinesContext)
  return plans.map(({ planId, day }) => {
    const ofPlan = lines.filter((line) => line.planId === planId)
    return ofPlan.length === 0 ? null : (
      <div key={planId} className="mt-1.5">
        {plans.length > 1 ? <p className="text-smallest text-ink-3">{formatDayOfMonth(day, locale)}</p> : null}
        <LineQuotes lines={ofPlan} writers={writers} className="grid gap-1" />
      </div>
    )
  })
}
