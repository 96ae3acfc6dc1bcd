// What a month's check-ins show. Only weeks that both answered count, and lines are drawn from four such weeks on.
import type { Closeness } from '@/lib/check-ins/contract'
import { openUntil } from '@/lib/check-ins/week-open'
import type { Pair } from '@/lib/couples/people'
import { INTIMACY_TYPES, type IntimacyType } from '@/lib/intimacy/intimacy-type'
import type { Day } from '@/lib/time/day'
import type { Week } from '@/lib/time/week'

/** With fewer weeks that both answered, no lines are drawn. */
export const MIN_WEEKS_FOR_LINES = 4

/** Both answered the week, somebody can still answer it, or nobody can any more. */
export type WeekState = 'both' | 'open' | 'skipped'

/** The state of a week. `earliest` is the earlier of both people's todays: after it, nobody can answer any more. */
export const weekState = (week: Week, both: boolean, earliest: Day): WeekState =>
  both ? 'both' : earliest > openUntil(week) ? 'skipped' : 'open'

/** A week with both answers in pairing order; null unless both are revealed. */
export type ClosenessWeek = Readonly<{ first: Day; is: WeekState; both: Pair<Closeness> | null }>

export type MonthCloseness = Readonly<{
  weeks: readonly ClosenessWeek[]
  /** How many weeks both answered. */
  answeredWeeks: number
  /** Runs of consecutive weeks (by index) that both answered, one line each; none under four answered weeks. */
  runs: readonly (readonly number[])[]
  /**
   * The least and most steps between both answers, and in how many weeks they were the same; null without an answer.
   */
  apart: Readonly<{ least: number; most: number; same: number }> | null
  /** The types that both answered in some week, in product order. */
  types: readonly IntimacyType[]
}>

/** Summarises a month's answers. */
export function monthCloseness(weeks: readonly ClosenessWeek[]): MonthCloseness {
  const answered = weeks.flatMap(({ both }) => (both ? [both] : []))
  const steps = answered.map(([first, second]) => Math.abs(first.now - second.now))
  return {
    weeks,
    answeredWeeks: answered.length,
    runs: answered.length < MIN_WEEKS_FOR_LINES ? [] : runsOf(weeks),
    apart:
      steps.length === 0
        ? null
        : { least: Math.min(...steps), most: Math.max(...steps), same: steps.filter((apart) => apart === 0).length },
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
