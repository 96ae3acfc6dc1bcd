// What a month's check-ins show. Only weeks that both answered count; four of them in a row make a line, and fewer are
// dots (docs/numbers.md, "Lines and dots").
import type { Closeness } from '@/lib/check-ins/contract'
import { openUntil } from '@/lib/check-ins/week-open'
import type { Pair } from '@/lib/couples/people'
import { INTIMACY_TYPES, type IntimacyType } from '@/lib/intimacy/intimacy-type'
import type { Day } from '@/lib/time/day'
import type { Week } from '@/lib/time/week'

/** Fewer weeks in a row that both answered make no line, and fewer in all no sentence about how often they agreed. */
export const MIN_WEEKS_FOR_LINES = 4

/** Both answered the week, somebody may still answer it, or nobody can any more. */
export type WeekState = 'both' | 'open' | 'skipped'

/**
 * The state of a week. `earliest` is the earliest today on Earth: after it nobody can answer any more, wherever the two
 * are and whichever zones they had, so that what is skipped stays so.
 */
export const weekState = (week: Week, both: boolean, earliest: Day): WeekState =>
  both ? 'both' : earliest > openUntil(week) ? 'skipped' : 'open'

/** A week with both answers in pairing order; null unless both are revealed. */
export type ClosenessWeek = Readonly<{ first: Day; is: WeekState; both: Pair<Closeness> | null }>

export type MonthCloseness = Readonly<{
  weeks: readonly ClosenessWeek[]
  /** How many weeks both answered. */
  answeredWeeks: number
  /** Runs of four or more consecutive weeks (by index) that both answered: one line each. */
  runs: readonly (readonly number[])[]
  /** In how many weeks both felt equally close. */
  same: number
  /** The types that both answered in some week, in product order. */
  types: readonly IntimacyType[]
}>

/** Summarises a month's answers. */
export function monthCloseness(weeks: readonly ClosenessWeek[]): MonthCloseness {
  const answered = weeks.flatMap(({ both }) => (both ? [both] : []))
  return {
    weeks,
    answeredWeeks: answered.length,
    runs: runsOf(weeks).filter(({ length }) => length >= MIN_WEEKS_FOR_LINES),
    same: answered.filter(([first, second]) => first.now === second.now).length,
    types: INTIMACY_TYPES.filter((type) => answered.some(([first, second]) => first.types[type] && second.types[type])),
  }
}

function runsOf(weeks: readonly ClosenessWeek[]): number[][] {
  const runs: number[][] = []
  weeks.forEach(({ both }, place) => {
    if (!both) return
    const last = runs.at(-1)
    if (last && last.at(-1) === place - 1) last.push(place)
    else runs.push([place])
  })
  return runs
}
