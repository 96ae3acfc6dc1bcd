import type { Day } from '@/lib/time/day'
import type { Rhythm } from './recurrence'
import { firstFreeDay, type HeldRhythm } from './ritual-dates'

/** Terms and the instant by which both had said yes to them. */
export type AgreedTerms<T extends Rhythm> = Readonly<{ terms: T; agreedAt: Date }>

/**
 * From which day on each version of what was agreed holds, of the versions in the order in which they were agreed. The first holds
 * from its `startsOn`, be that long ago: nothing stood there before. A later one holds from its `startsOn`; where both said yes later
 * than that, from the first day on which no date of either had begun. One that never came to hold is left out.
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
            freeDay([{ ...terms, from: terms.startsOn }], terms, agreedAt),
          )
    held = [...held.filter((before) => before.from < from), { ...terms, from }]
  }
  return held
}

const freeDay = (held: readonly HeldRhythm[], { zone }: Rhythm, agreedAt: Date): Day =>
  firstFreeDay({ held, endedAt: null }, zone, agreedAt)

const latest = (...days: readonly [Day, ...Day[]]): Day => days.reduce((a, b) => (a > b ? a : b))
