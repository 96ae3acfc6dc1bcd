// The plain part of a month, as the server reads it and a page renders it.
import type { Closeness } from '@/lib/check-ins/contract'
import type { Pair } from '@/lib/couples/people'
import type { Day, Month } from '@/lib/time/day'
import type { WeekId } from '@/lib/time/week'
import type { WeekState } from './closeness'
import type { ClosingState } from './closing'
import type { MonthKept } from './contract'
import type { TypeInMonth } from './fed'

/** A week of a month: what both answered, or my own answer while it is blind. */
export type FactWeek = Readonly<{
  week: WeekId
  first: Day
  last: Day
  is: WeekState
  both: Pair<Closeness> | null
  mine: Closeness | null
}>

/** A month. `before` is the closing of the month before, if it was closed. */
export type MonthFacts = Readonly<{
  month: Month
  weeks: readonly FactWeek[]
  fed: readonly TypeInMonth[]
  kept: readonly MonthKept[]
  closing: ClosingState | null
  before: ClosingState | null
}>

/** A month of a couple, active or former. */
export type MonthKey = Readonly<{ coupleId: string; month: Month }>

/** What the viewer can read of a former couple's month: what was joint, and the viewer's own answers. */
export type FormerMonthFacts = Readonly<{
  month: Month
  mine: readonly Readonly<{ week: WeekId; first: Day; last: Day; answer: Closeness }>[]
  kept: readonly MonthKept[]
}>

/** A month in the list: its weeks, and how it was closed. */
export type MonthLine = Readonly<{ month: Month; weeks: readonly FactWeek[]; closing: ClosingState | null }>
