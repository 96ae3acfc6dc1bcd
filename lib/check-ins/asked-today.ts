// What Today asks for, and when. It is little: what is not asked on Today is found on its own page.
import { addDays, type Day, type Month } from '@/lib/time/day'
import type { WeekLine } from './week-open'

/** For so many days after pairing, Today asks which kinds of closeness feel fed: they make Lately's first picture. */
const DAYS_OF_HOPES = 21

/** After so many days as a couple there is something to look back at. */
const DAYS_BEFORE_MONTH = 7

type OpenToAsk = Readonly<{
  /** Oldest first. */
  weeks: readonly WeekLine[]
  /** A month near its end that is not closed. */
  month: Month | null
  hopesMarked: boolean
  startedOn: Day
  today: Day
}>

export type AskedToday = Readonly<{
  week: WeekLine | null
  /** Another week, which both have answered. */
  revealed: WeekLine | null
  month: Month | null
  hopes: boolean
}>

/**
 * One week: the one to answer, or else the newest that both answered, or else the one that I answered. Beside one to
 * answer the newest that both answered, as nothing else says that it can be read. The month once a couple has had a week,
 * or has answers to look at. My hopes only in the first weeks. Nothing depends on what only my partner did.
 */
export function chooseAskedToday({ weeks, month, hopesMarked, startedOn, today }: OpenToAsk): AskedToday {
  const newestFirst = weeks.toReversed()
  const ask = weeks.find(({ is }) => is === 'ask')
  const shown = newestFirst.find(({ is }) => is === 'shown')
  const hasPast = today >= addDays(startedOn, DAYS_BEFORE_MONTH) || shown !== undefined
  return {
    week: ask ?? shown ?? newestFirst[0] ?? null,
    revealed: (ask && shown) ?? null,
    month: hasPast ? month : null,
    hopes: !hopesMarked && today < addDays(startedOn, DAYS_OF_HOPES),
  }
}
