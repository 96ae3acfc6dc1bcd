// What can be said and drawn of a month's answers. Only weeks that both answered are in it: a direction is drawn from four of them on.
import type { Closeness } from '@/lib/check-ins/contract'
import { openUntil } from '@/lib/check-ins/week-open'
import type { Pair } from '@/lib/couples/people'
import { INTIMACY_TYPES, type IntimacyType } from '@/lib/intimacy/intimacy-type'
import type { Day } from '@/lib/time/day'
import type { Week } from '@/lib/time/week'

/** From so many answers of both on, lines are drawn. */
export const MIN_WEEKS_FOR_LINES = 4

/** How a week stands: both answered it, somebody can still answer it, or nobody can any more. */
export type WeekState = 'both' | 'open' | 'skipped'

/** A week that neither can answer any more was skipped. `earliest` is the earlier of the two days that the partners call today. */
export const weekState = (week: Week, both: boolean, earliest: Day): WeekState =>
  both ? 'both' : earliest > openUntil(week) ? 'skipped' : 'open'

/** A week with what both answered, in the order in which they paired; null where it is not shown to both. */
export type ClosenessWeek = Readonly<{ first: Day; is: WeekState; both: Pair<Closeness> | null }>

export type MonthCloseness = Readonly<{
  weeks: readonly ClosenessWeek[]
  /** How many weeks both answered. */
  n: number
  /** Places of weeks in a row that both answered, each drawn as one line; none under four answers. */
  runs: readonly (readonly number[])[]
  /** How many steps the two were from each other, at least and at most, and in how many weeks they chose the same; null without an answer. */
  apart: Readonly<{ least: number; most: number; same: number }> | null
  /** The types that both answered in some week, in product order. */
  types: readonly IntimacyType[]
}>

/** What a month's answers come to. */
export function monthCloseness(weeks: readonly ClosenessWeek[]): MonthCloseness {
  const answered = weeks.flatMap(({ both }) => (both ? [both] : []))
  const steps = answered.map(([first, second]) => Math.abs(first.now - second.now))
  return {
    weeks,
    n: answered.length,
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
