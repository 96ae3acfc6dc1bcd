import type { Day } from '@/lib/time/day'
import type { Rhythm } from './recurrence'
import { firstFreeDay, type HeldRhythm } from './ritual-dates'

/** Terms, and the instant at which the second yes was given. */
export type AgreedTerms<T extends Rhythm> = Readonly<{ terms: T; agreedAt: Date }>

/**
 * Says from which day on each agreed version holds. `agreed` is in the order of agreement. The first holds from its
 * `startsOn`, even if that has passed, as there was nothing before it. A later one holds from its `startsOn` too, but
 * not before the first day on which no date of the old or the new terms had begun when both agreed. A version that
 * another replaced before its first day is in the log too: a date that was moved ahead may have begun under it.
 */
export function heldOf<T extends Rhythm>(agreed: readonly AgreedTerms<T>[]): (T & HeldRhythm)[] {
  let held: (T & HeldRhythm)[] = []
  for (const { terms, agreedAt } of agreed) {
    const from =
      held.length === 0
        ? terms.startsOn
        : latest(
            terms.startsOn,
            freeDay(held, terms, agreedAt),
            freeDay([{ ...terms, from: terms.startsOn, agreedAt: agreedAt.toISOString() }], terms, agreedAt),
          )
    held = [...held, { ...terms, from, agreedAt: agreedAt.toISOString() }]
  }
  return held
}

const freeDay = (held: readonly HeldRhythm[], { zone }: Rhythm, agreedAt: Date): Day =>
  firstFreeDay({ held, endedAt: null }, zone, agreedAt)

const latest = (...days: readonly [Day, ...Day[]]): Day => days.reduce((a, b) => (a > b ? a : b))
