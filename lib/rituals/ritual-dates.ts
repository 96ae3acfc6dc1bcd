// On which days a ritual has a date. Its terms can change and it can rest, and every date keeps the terms under which it stood, so
// whoever asks for a ritual's dates asks here; `recurrence.ts` knows one version of terms alone.
import { addDays, dayIn, dayOfUtc, type Day } from '@/lib/time/day'
import type { Zone } from '@/lib/time/zone'
import { occurrenceOn, datesBetween, occursOn, type Occurrence, type Rhythm } from './recurrence'

/** One version of what was agreed: it holds from the day `from` until the next one's. */
export type HeldRhythm = Rhythm & Readonly<{ from: Day }>

/** From `from` on there are no dates until `to`, when they go on; null for now. What was said later counts for its days. */
export type RestPeriod = Readonly<{ from: Day; to: Day | null }>

/** A ritual as far as its dates go. Versions are in order; a proposal has none and so no dates; `endedAt` is an instant. */
export type RitualDates<T extends HeldRhythm = HeldRhythm> = Readonly<{
  held: readonly T[]
  pauses: readonly RestPeriod[]
  endedAt: string | null
}>

/** A date, with the terms under which it stands. */
export type DatedOccurrence<T extends HeldRhythm = HeldRhythm> = Occurrence & Readonly<{ terms: T }>

/** Whether a ritual rests on a day: whatever was said last of that day decides. */
export function restsOn(pauses: readonly RestPeriod[], day: Day): boolean {
  const pause = pauses.findLast(({ from }) => from <= day)
  return pause !== undefined && (pause.to === null || day < pause.to)
}

/** The terms that hold on a day, whether it has a date or not; before all of them, the first. */
export const heldOn = <T extends HeldRhythm>(held: readonly T[], day: Day): T | undefined =>
  held.findLast(({ from }) => from <= day) ?? held[0]

/** The terms under which the ritual has a date on that day; null where it has none. */
export function termsOn<T extends HeldRhythm>({ held, pauses, endedAt }: RitualDates<T>, day: Day): T | null {
  const terms = heldOn(held, day)
  if (!terms || day < terms.from || !occursOn(terms, day) || restsOn(pauses, day)) return null
  return endedAt !== null && occurrenceOn(terms, day).start > new Date(endedAt) ? null : terms
}

/** The ritual's dates from one day to another, both included, in the order of their days; none in a pause and none after its end. */
export function occurrencesBetween<T extends HeldRhythm>(
  ritual: RitualDates<T>,
  fromDay: Day,
  toDay: Day,
): DatedOccurrence<T>[] {
  const { held, pauses, endedAt } = ritual
  const end = endedAt === null ? null : new Date(endedAt)
  return held.flatMap((terms, index) => {
    const next = held[index + 1]?.from
    const first = fromDay > terms.from ? fromDay : terms.from
    const last = next !== undefined && next <= toDay ? addDays(next, -1) : toDay
    return datesBetween(terms, first, last)
      .filter((day) => !restsOn(pauses, day))
      .map((day) => ({ ...occurrenceOn(terms, day), terms }))
      .filter(({ start }) => end === null || start <= end)
  })
}

const FOUR_WEEKS = 28

/** The next `count` dates that are not over at that instant, in order: one that has begun is the first. Fewer where it rests or has ended. */
export function upcomingOccurrences<T extends HeldRhythm>(
  ritual: RitualDates<T>,
  instant: Date,
  count: number,
): DatedOccurrence<T>[] {
  const { held, pauses, endedAt } = ritual
  const [first] = held
  if (!first) return []
  const found: DatedOccurrence<T>[] = []
  const stop = lastDay(pauses, endedAt)
  // A date that goes on began at most a day ago, by a clock that is at most a day and some hours from any other.
  let from = addDays(dayIn(instant, first.zone), -4)
  if (from < first.from) from = first.from
  while (found.length < count && (stop === null || from <= stop)) {
    const to = addDays(from, FOUR_WEEKS - 1)
    found.push(...occurrencesBetween(ritual, from, to).filter(({ end }) => end > instant))
    from = addDays(to, 1)
  }
  return found.sort((a, b) => a.start.getTime() - b.start.getTime()).slice(0, count)
}

/** A day after which there is no date, as far as can be told: where the ritual rests for now, or has ended. */
function lastDay(pauses: readonly RestPeriod[], endedAt: string | null): Day | null {
  const last = pauses.at(-1)
  if (last?.to === null) return last.from
  return endedAt === null ? null : addDays(dayOfUtc(Date.parse(endedAt)), 2)
}

/**
 * The first day, from today on by the clock of `zone`, on which no date had begun by that instant, be it a date that rests: from it
 * on terms or a pause can be others, and no date that was there is taken away.
 */
export function firstFreeDay({ held, endedAt }: Pick<RitualDates, 'held' | 'endedAt'>, zone: Zone, instant: Date): Day {
  const today = dayIn(instant, zone)
  const begun = occurrencesBetween({ held, pauses: [], endedAt }, addDays(today, -2), addDays(today, 2)).filter(
    ({ start }) => start <= instant,
  )
  return begun.reduce((free, { onDate }) => (onDate >= free ? addDays(onDate, 1) : free), today)
}
