// The phrase beside a type's row. It is about both people: it can't show which of them did more.
import type { DaysFed, TypeDays } from '@/lib/dashboard/days-fed'
import type { Day } from '@/lib/time/day'

export type RowPhrase =
  | Readonly<{ key: 'nothingYet' }>
  /** Too few weeks to see a rhythm: only in how many of them either fed the type. */
  | Readonly<{ key: 'weeksSoFar'; weeks: number }>
  | Readonly<{
      key: 'bothEveryWeek' | 'bothNearlyEveryWeek' | 'bothMostWeeks' | 'mostWeeks' | 'someWeeks' | 'nowAndThen'
    }>
  /** Quiet since the week that began on that day. */
  | Readonly<{ key: 'quietSince'; day: Day }>
  /** Quiet in all known full weeks. */
  | Readonly<{ key: 'quietFor'; weeks: number }>

/** With fewer known weeks, the picture claims no rhythm. */
export const RHYTHM_WEEKS = 4
/**
 * A type is called quiet after QUIET_WEEKS full weeks without a feeding, given QUIET_NEEDS_WEEKS full weeks of data.
 */
const QUIET_WEEKS = 3
const QUIET_NEEDS_WEEKS = 6

/** For each known week, oldest first, on how many days each person fed the type. */
function knownPairs({ weeks, knownWeeks }: DaysFed, { perWeek }: TypeDays): { first: number; second: number }[] {
  const from = weeks.length - knownWeeks
  return weeks
    .slice(from)
    .map((_, index) => ({ first: perWeek[0][from + index] ?? 0, second: perWeek[1][from + index] ?? 0 }))
}

/**
 * How many full weeks before the present one the type has been quiet, if nobody fed it in the present week either. 0
 * where it is not called quiet: under six full weeks of data, or under three without a feeding.
 */
export function quietWeeks(fed: DaysFed, type: TypeDays): number {
  const pairs = knownPairs(fed, type)
  const lastFed = pairs.findLastIndex(({ first, second }) => first + second > 0)
  const quiet = pairs.length - 1 - (lastFed + 1)
  return pairs.length - 1 >= QUIET_NEEDS_WEEKS && quiet >= QUIET_WEEKS ? quiet : 0
}

const isAtLeast = (part: number, whole: number, numerator: number, denominator: number): boolean =>
  part * denominator >= whole * numerator

/** Chooses the phrase for a type's row. The present week counts once either person has fed the type in it. */
export function rowPhrase(fed: DaysFed, type: TypeDays): RowPhrase {
  const pairs = knownPairs(fed, type)
  const present = pairs.at(-1)
  const counted = present && present.first + present.second === 0 ? pairs.slice(0, -1) : pairs
  const either = counted.filter(({ first, second }) => first + second > 0).length
  // "Both, most weeks" means each person in most weeks, so the smaller count decides.
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
  if (isAtLeast(both, whole, 5, 6)) return { key: 'bothNearlyEveryWeek' }
  if (isAtLeast(both, whole, 2, 3)) return { key: 'bothMostWeeks' }
  if (isAtLeast(either, whole, 2, 3)) return { key: 'mostWeeks' }
  return isAtLeast(either, whole, 1, 3) ? { key: 'someWeeks' } : { key: 'nowAndThen' }
}
