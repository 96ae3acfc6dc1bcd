// What is said of one type in a few words. They are about both: nothing here can tell which of the two did more.
import type { DaysFed, TypeDays } from '@/lib/dashboard/days-fed'
import type { Day } from '@/lib/time/day'

export type RowPhrase =
  | Readonly<{ key: 'nothingYet' }>
  /** Too little to see a rhythm in: on how many days either fed it is all there is to say. */
  | Readonly<{ key: 'weeksSoFar'; weeks: number }>
  | Readonly<{
      key: 'bothEveryWeek' | 'bothNearlyEveryWeek' | 'bothMostWeeks' | 'mostWeeks' | 'someWeeks' | 'nowAndThen'
    }>
  /** Quiet from the week that began on that day on. */
  | Readonly<{ key: 'quietSince'; day: Day }>
  /** Quiet for as many full weeks as are known. */
  | Readonly<{ key: 'quietFor'; weeks: number }>

/** Under so many weeks no rhythm is claimed. */
export const RHYTHM_WEEKS = 4
/** Under so many full weeks of data nothing is called quiet, and then only after QUIET_WEEKS full weeks without. */
const QUIET_NEEDS_WEEKS = 6
const QUIET_WEEKS = 3

/** For each known week, oldest first, how many days each fed the type. */
function knownPairs({ weeks, knownWeeks }: DaysFed, { perWeek }: TypeDays): { first: number; second: number }[] {
  const from = weeks.length - knownWeeks
  return weeks
    .slice(from)
    .map((_, index) => ({ first: perWeek[0][from + index] ?? 0, second: perWeek[1][from + index] ?? 0 }))
}

/**
 * How many full weeks the type has been quiet: no day of either in the present week, nor in so many weeks before it. 0 where
 * it may not be called quiet: under six full weeks of data, or under three without.
 */
export function quietWeeks(fed: DaysFed, type: TypeDays): number {
  const pairs = knownPairs(fed, type)
  const lastFed = pairs.findLastIndex(({ first, second }) => first + second > 0)
  const quiet = pairs.length - 1 - (lastFed + 1)
  return pairs.length - 1 >= QUIET_NEEDS_WEEKS && quiet >= QUIET_WEEKS ? quiet : 0
}

const atLeast = (part: number, whole: number, numerator: number, denominator: number): boolean =>
  part * denominator >= whole * numerator

/** The words for a type's row. The present week counts once either has fed the type in it. */
export function rowPhrase(fed: DaysFed, type: TypeDays): RowPhrase {
  const pairs = knownPairs(fed, type)
  const present = pairs.at(-1)
  const counted = present && present.first + present.second === 0 ? pairs.slice(0, -1) : pairs
  const either = counted.filter(({ first, second }) => first + second > 0).length
  // "Both, most weeks" means each of the two in most weeks, so the smaller of the two counts decides, whoever's it is.
  const both = Math.min(
    counted.filter(({ first }) => first > 0).length,
    counted.filter(({ second }) => second > 0).length,
  )

  const quiet = quietWeeks(fed, type)
  if (quiet > 0) {
    const since = either > 0 ? fed.weeks.at(-1 - quiet) : undefined
    return since ? { key: 'quietSince', day: since.first } : { key: 'quietFor', weeks: quiet }
  }
  if (either === 0) return { key: 'nothingYet' }
  if (pairs.length < RHYTHM_WEEKS) return { key: 'weeksSoFar', weeks: either }
  const whole = counted.length
  if (both === whole) return { key: 'bothEveryWeek' }
  if (atLeast(both, whole, 5, 6)) return { key: 'bothNearlyEveryWeek' }
  if (atLeast(both, whole, 2, 3)) return { key: 'bothMostWeeks' }
  if (atLeast(either, whole, 2, 3)) return { key: 'mostWeeks' }
  return atLeast(either, whole, 1, 3) ? { key: 'someWeeks' } : { key: 'nowAndThen' }
}
