import { addDays, isDay, type Day } from '@/lib/time/day'

type DayChoiceKey = 'today' | 'yesterday' | 'other'

/**
 * `other` is the value of the date field, which may be no valid day yet. `since` is the day on which the person chose,
 * null while they did not: then it is the day of saving.
 */
export type ChosenDay = Readonly<{ choice: DayChoiceKey; other: string; since: Day | null }>

/** The first and the last day that can be chosen. */
export type DayRange = Readonly<{ first: Day; today: Day }>

/** Returns the chosen day, or null where it is not a day of the range. */
export function resolveDay({ choice, other, since }: ChosenDay, { first, today }: DayRange): Day | null {
  const from = since ?? today
  const day = choice === 'today' ? from : choice === 'yesterday' ? addDays(from, -1) : other
  return isDay(day) && first <= day && day <= today ? day : null
}

/** On the day on which the two paired there is today alone. */
export const choicesIn = ({ first, today }: DayRange): readonly DayChoiceKey[] =>
  first < today ? ['today', 'yesterday', 'other'] : ['today']

/** Whether the first day is the one on which they paired, as it is less than 31 days back. */
export const isFromPairing = ({ first, today }: DayRange): boolean => first > addDays(today, -31)
