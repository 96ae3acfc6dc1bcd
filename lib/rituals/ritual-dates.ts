// On which days a ritual has a date, over all versions of its terms, its rests and its end. Every date keeps the terms
// that held on its day. `recurrence.ts` knows only one version.
import { addDays, dayIn, dayOfUtc, type Day } from '@/lib/time/day'
import type { Zone } from '@/lib/time/zone'
import { occurrenceOn, datesBetween, occursOn, type Occurrence, type Rhythm } from './recurrence'

/** One agreed version: it holds from the day `from` until the next version does. */
export type HeldRhythm = Rhythm & Readonly<{ from: Day }>

/**
 * There are no dates from `from` until `to` (null: no end yet). A later period overrides an earlier one from its `from`
 * on.
 */
export type RestPeriod = Readonly<{ from: Day; to: Day | null }>

/**
 * What decides a ritual's dates. Versions are in order; a proposal has none, so it has no dates. `endedAt`: an instant.
 */
export type RitualDates<T extends HeldRhythm = HeldRhythm> = Readonly<{
  held: readonly T[]
  pauses: readonly RestPeriod[]
  endedAt: string | null
}>

/** An occurrence with the terms that hold on its day. */
export type DatedOccurrence<T extends HeldRhythm = HeldRhythm> = Occurrence & Readonly<{ terms: T }>

/** Whether a ritual rests on a day. The latest period that began by then decides. */
export function restsOn(pauses: readonly RestPeriod[], day: Day): boolean {
  const pause = pauses.findLast(({ from }) => from <= day)
  return pause !== undefined && (pause.to === null || day < pause.to)
}

/**
 * The terms that hold on a day, with a date or without; before all of them, the first. Undefined if nothing was agreed.
 */
export const heldOn = <T extends HeldRhythm>(held: readonly T[], day: Day): T | undefined =>
  held.findLast(({ from }) => from <= day) ?? held[0]

/** The terms of the ritual's date on that day; null if it has no date. */
export function termsOn<T extends HeldRhythm>({ held, pauses, endedAt }: RitualDates<T>, day: Day): T | null {
  const terms = heldOn(held, day)
  if (!terms || day < terms.from || !occursOn(terms, day) || restsOn(pauses, day)) return null
  return endedAt !== null && occurrenceOn(terms, day).start > new Date(endedAt) ? null : terms
}

/**
 * The ritual's dates from one day to another, both included, in order of their days. None while it rests or after its
 * end.
 */
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

/**
 * The next `count` dates that are not over at that instant and that `isWanted`, in order of their start. Fewer if it
 * rests without end or has ended.
 */
export function upcomingOccurrences<T extends HeldRhythm>(
  ritual: RitualDates<T>,
  instant: Date,
  count: number,
  isWanted: (onDate: Day) => boolean = () => true,
): DatedOccurrence<T>[] {
  const { held, pauses, endedAt } = ritual
  const [first] = held
  if (!first) return []
  const found: DatedOccurrence<T>[] = []
  const end = lastDay(pauses, endedAt)
  // An occurrence that is still going on began at most a day ago, by a clock at most a day and some hours from any
  // other.
  let from = addDays(dayIn(instant, first.zone), -4)
  if (from < first.from) from = first.from
  while (found.length < count && (end === null || from <= end)) {
    const to = addDays(from, FOUR_WEEKS - 1)
    found.push(...occurrencesBetween(ritual, from, to).filter(({ onDate, end }) => end > instant && isWanted(onDate)))
    from = addDays(to, 1)
  }
  return found.sort((a, b) => a.start.getTime() - b.start.getTime()).slice(0, count)
}

/** A day after which there is certainly no date, as the ritual rests without end or has ended; else null. */
function lastDay(pauses: readonly RestPeriod[], endedAt: string | null): Day | null {
  const last = pauses.at(-1)
  if (last?.to === null) return last.from
  return endedAt === null ? null : addDays(dayOfUtc(Date.parse(endedAt)), 2)
}

/**
 * The first day, from today on by the clock of `zone`, on which no date had begun by that instant (rests are ignored).
 * New terms or a rest begin there at the earliest, so that no date that has begun is taken away.
 */
export function firstFreeDay({ held, endedAt }: Pick<RitualDates, 'held' | 'endedAt'>, zone: Zone, instant: Date): Day {
  const today = dayIn(instant, zone)
  const begun = occurrencesBetween({ held, pauses: [], endedAt }, addDays(today, -2), addDays(today, 2)).filter(
    ({ start }) => start <= instant,
  )
  return begun.reduce((free, { onDate }) => (onDate >= free ? addDays(onDate, 1) : free), today)
}
