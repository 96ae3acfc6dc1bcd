// The phrase beside a type's row. It is about both people: it can't show which of them did more. The words that claim a
// rhythm count whole weeks alone, never the present one (docs/numbers.md, "Both, every week").
import type { DaysFed, TypeDays } from '@/lib/dashboard/days-fed'
import type { Day } from '@/lib/time/day'

export type RowPhrase =
  /** Neither fed it: ever, or in these weeks. */
  | Readonly<{ key: 'nothingYet' | 'noneLately' }>
  /** Too few weeks to see a rhythm: only in how many of them either fed the type. */
  | Readonly<{ key: 'weeksSoFar'; weeks: number }>
  | Readonly<{
      key: 'bothEveryWeek' | 'bothNearlyEveryWeek' | 'bothMostWeeks' | 'mostWeeks' | 'someWeeks' | 'nowAndThen'
    }>
  /** Fed in the present week, after none of the others. */
  | Readonly<{ key: 'thisWeek' }>
  /** Quiet since the week that began on that day. */
  | Readonly<{ key: 'quietSince'; day: Day }>

/** With fewer whole weeks, the picture claims no rhythm. */
export const RHYTHM_WEEKS = 4

const isAtLeast = (part: number, whole: number, numerator: number, denominator: number): boolean =>
  part * denominator >= whole * numerator

/** Chooses the phrase for a type's row. "Both" means both in the same weeks. */
export function rowPhrase(fed: DaysFed, { type, perWeek: [first, second] }: TypeDays): RowPhrase {
  if (fed.quiet?.type === type) return { key: 'quietSince', day: fed.quiet.since }
  const weeks = first.map((days, week) => {
    const others = second[week] ?? 0
    return { either: days + others > 0, both: days > 0 && others > 0 }
  })
  const fedWeeks = weeks.filter((week) => week.either).length
  if (fedWeeks === 0)
    return { key: (fed.weeks[0]?.first ?? fed.startedOn) <= fed.startedOn ? 'nothingYet' : 'noneLately' }
  const whole = fed.wholeWeeks
  if (whole < RHYTHM_WEEKS) return { key: 'weeksSoFar', weeks: fedWeeks }
  const before = weeks.slice(-1 - whole, -1)
  const both = before.filter((week) => week.both).length
  const either = before.filter((week) => week.either).length
  if (either === 0 && weeks.at(-1)?.either) return { key: 'thisWeek' }
  if (both === whole) return { key: 'bothEveryWeek' }
  if (isAtLeast(both, whole, 5, 6)) return { key: 'bothNearlyEveryWeek' }
  if (isAtLeast(both, whole, 2, 3)) return { key: 'bothMostWeeks' }
  if (isAtLeast(either, whole, 2, 3)) return { key: 'mostWeeks' }
  return isAtLeast(either, whole, 1, 3) ? { key: 'someWeeks' } : { key: 'nowAndThen' }
}
