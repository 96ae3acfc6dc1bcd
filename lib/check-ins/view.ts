import type { CheckIn, Closeness, Step } from './contract'
import type { Day } from '@/lib/time/day'
import { INTIMACY_TYPES, type IntimacyType } from '@/lib/intimacy/intimacy-type'

/**
 * `both`: both answers are shown. `kept`: my answer, which can still change. `over`: my answer, which can't change any
 * more. `ask`: the form. `early`: the week has not begun. `closed`: nobody can answer any more, and I did not.
 */
export type CheckInView = 'both' | 'kept' | 'ask' | 'early' | 'over' | 'closed'

/**
 * Decides the screen of a week from my own answer, the calendar, and what both already see; never from what only the
 * partner did.
 */
export function checkInView(
  { mine, partner, open, first }: Pick<CheckIn, 'mine' | 'partner' | 'open' | 'first'>,
  today: Day,
): CheckInView {
  if (mine && partner) return 'both'
  if (mine) return open ? 'kept' : 'over'
  return open ? 'ask' : today < first ? 'early' : 'closed'
}

/** Whether an answer, overall or for one type, wishes for less closeness than there is now. */
export const wantsRoom = (answer: Readonly<{ now: Step | null; wish: Step | null }> | null): boolean =>
  answer !== null && answer.now !== null && answer.wish !== null && answer.wish < answer.now

/**
 * How near two answers are: the same, one step apart, or more. A difference is something to talk about, not a fault.
 */
export function nearness(a: Closeness, b: Closeness): 'same' | 'near' | 'different' {
  const steps = Math.abs(a.now - b.now)
  return steps === 0 ? 'same' : steps === 1 ? 'near' : 'different'
}

/** The types in at least one of the answers, in product order. */
export const answeredTypes = (answers: readonly Closeness[]): IntimacyType[] =>
  INTIMACY_TYPES.filter((type) => answers.some(({ types }) => types[type] !== null))
