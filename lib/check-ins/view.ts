import type { CheckIn, Closeness } from './contract'
import type { Day } from '@/lib/time/day'
import { INTIMACY_TYPES, type IntimacyType } from '@/lib/intimacy/intimacy-type'

/** What the screen of a week is: decided by my own answer, the calendar, and what both see already; never by what the other did alone. */
export type CheckInView = 'both' | 'kept' | 'ask' | 'early' | 'over' | 'closed'

/**
 * `both`: shown. `kept`: mine, and it can change. `over`: mine, and the week can't be answered any more. `ask`: to be answered.
 * `early`: the week has not begun. `closed`: it was left as it is.
 */
export function checkInView(
  { mine, partner, open, first }: Pick<CheckIn, 'mine' | 'partner' | 'open' | 'first'>,
  today: Day,
): CheckInView {
  if (mine && partner) return 'both'
  if (mine) return open ? 'kept' : 'over'
  return open ? 'ask' : today < first ? 'early' : 'closed'
}

/** Whether somebody wishes for less closeness than there is, at all or of some kind. */
export const wantsRoom = ({ now, wish, types }: Closeness): boolean =>
  wish < now ||
  INTIMACY_TYPES.some((type) => {
    const typeAnswer = types[type]
    return typeAnswer !== null && typeAnswer.wish !== null && typeAnswer.wish < typeAnswer.now
  })

/** How near the two answers are: the same, one step apart, or more. A difference is a topic and no fault. */
export function nearness(a: Closeness, b: Closeness): 'same' | 'near' | 'different' {
  const steps = Math.abs(a.now - b.now)
  return steps === 0 ? 'same' : steps === 1 ? 'near' : 'different'
}

/** The types that at least one of the two answered. */
export const answeredTypes = (answers: readonly Closeness[]): IntimacyType[] =>
  INTIMACY_TYPES.filter((type) => answers.some(({ types }) => types[type] !== null))
