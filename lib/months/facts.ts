// What a month is made of that is no sealed text, as the server reads it and a page draws it.
import type { Closeness } from '@/lib/check-ins/contract'
import type { Pair } from '@/lib/couples/people'
import type { Day, Month } from '@/lib/time/day'
import type { WeekId } from '@/lib/time/week'
import type { WeekState } from './closeness'
import type { ClosingState } from './closing'
import type { MonthKept } from './contract'
import type { TypeInMonth } from './fed'

/** A week of a month: what both answered, or what I did alone. */
export type FactWeek = Readonly<{
  week: WeekId
  first: Day
  last: Day
  is: WeekState
  both: Pair<Closeness> | null
  mine: Closeness | null
}>

/** All of a month. `before` is how the month before stands, where it was closed. */
export type MonthFacts = Readonly<{
  month: Month
  weeks: readonly FactWeek[]
  fed: readonly TypeInMonth[]
  kept: readonly MonthKept[]
  closing: ClosingState | null
  before: ClosingState | null
}>

/** Which month of which couple that one was in before. */
export type FormerMonth = Readonly<{ coupleId: string; month: Month }>

/** What is left of a month of a former couple: what was joint, and the reader's own answers. */
export type FormerMonthFacts = Readonly<{
  month: Month
  mine: readonly Readonly<{ week: WeekId; first: Day; last: Day; answer: Closeness }>[]
  kept: readonly MonthKept[]
}>

/** A month in the list: its weeks, and how it was closed. */
export type MonthLine = Readonly<{ month: Month; weeks: readonly FactWeek[]; closing: ClosingState | null }>
