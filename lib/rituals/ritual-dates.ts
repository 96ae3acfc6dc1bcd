// On which days a ritual has a date, over all versions of its terms, its rests and its end. Every date keeps the terms
// that held on its day. `recurrence.ts` knows only one version.
import { addDays, dayIn, dayOfUtc, parseDay, type Day } from '@/lib/time/day'
import type { Zone } from '@/lib/time/zone'
import { datesFrom, occurrenceOn, occursOn, type Occurrence, type Rhythm } from './recurrence'

/**
 * One version that both agreed to, at the instant `agreedAt`. It holds from the day `from` on, where it overrides every
 * version that was agreed to earlier.
 */
export type HeldRhythm = Rhythm & Readonly<{ from: Day; agreedAt: string }>

/**
 * There are no dates from `from` until `to` (null: no end yet). A later period overrides an earlier one from its `from`
 * on.
 */
export type RestPeriod = Readonly<{ from: Day; to: Day | null }>

/**
 * What decides a ritual's dates. `held` and `pauses` are logs, oldest first; a proposal has no version, so it has no
 * dates. `agreedAt`, `saidAt`, `endedAt`: instants as UTC text.
 */
export type RitualDates<T extends HeldRhythm = HeldRhythm> = Readonly<{
  held: readonly T[]
  pauses: readonly (RestPeriod & Readonly<{ saidAt: string }>)[]
  endedAt: string | null
}>

/** An occurrence with the terms that hold on its day. */
export type DatedOccurrence<T extends HeldRhythm = HeldRhythm> = Occurrence & Readonly<{ terms: T }>

/** Whether a ritual rests on a day. The latest period that began by then decides. */
export function restsOn(pauses: readonly RestPeriod[], day: Day): boolean {
  const pause = pauses.findLast(({ from }) => from <= day)
  return pause !== undefined && (pause.to === null || day < pause.to)
}

/** The entries of a log that a later one did not override before their first day, so in the order of their days. */
export function inForce<Entry extends Readonly<{ from: Day }>>(log: readonly Entry[]): Entry[] {
  const kept: Entry[] = []
  for (const entry of [...log].reverse()) {
    const next = kept.at(-1)
    if (next === undefined || entry.from < next.from) kept.push(entry)
  }
  return kept.reverse()
}

/**
 * The terms that hold on a day, with a date or without; before all of them, the first. Undefined if nothing was agreed.
 */
export const heldOn = <T extends HeldRhythm>(held: readonly T[], day: Day): T | undefined =>
  held.findLast(({ from }) => from <= day) ?? held[0]

/**
 * The terms of the ritual's date on that day; null if it has no date. What has begun stays: a date that began before
 * somebody agreed to other terms, let the ritual rest or ended it keeps its terms, and is there. `startUnder` says when
 * the date begins under a version of the terms; without it, when these say.
 */
export function termsOn<T extends HeldRhythm>(
  { held, pauses, endedAt }: RitualDates<T>,
  day: Day,
  startUnder: (terms: T) => Date = (terms) => occurrenceOn(terms, day).start,
): T | null {
  const versions = held.filter(({ from }) => from <= day)
  const terms = versions.find((version, index) => {
    const next = versions[index + 1]
    return occursOn(version, day) && (!next || startUnder(version) <= new Date(next.agreedAt))
  })
  if (!terms) return null
  const start = startUnder(terms)
  if (endedAt !== null && start > new Date(endedAt)) return null
  // in the log as it was when the date began, and after each entry since: a date that was there once it had begun stays
  const deciding = pauses.filter(({ from }) => from <= day)
  const inForceThen = deciding.findLastIndex(({ saidAt }) => new Date(saidAt) < start)
  const isResting = inForceThen !== -1 && deciding.slice(inForceThen).every(({ to }) => to === null || day < to)
  return isResting ? null : terms
}

/**
 * The ritual's dates from one day to another, both included, in order of their days. None while it rests or after its
 * end.
 */
export const occurrencesBetween = <T extends HeldRhythm>(
  ritual: RitualDates<T>,
  fromDay: Day,
  toDay: Day,
): DatedOccurrence<T>[] => [...occurrencesFrom(ritual, fromDay, toDay)]

/** As `occurrencesBetween`, one by one. */
function* occurrencesFrom<T extends HeldRhythm>(
  ritual: RitualDates<T>,
  fromDay: Day,
  toDay: Day,
): Generator<DatedOccurrence<T>> {
  const end = ritual.endedAt === null ? null : new Date(ritual.endedAt)
  for (const { terms, first, last } of activeSpans(ritual, fromDay, toDay)) {
    for (const day of datesFrom(terms, first, last)) {
      const occurrence = occurrenceOn(terms, day)
      if (end === null || occurrence.start <= end) yield { ...occurrence, terms }
    }
  }
}

/** Days, both included, on which one version holds and the ritual does not rest. */
type ActiveSpan<T> = Readonly<{ terms: T; first: Day; last: Day }>

/** The spans between two days, both included, in order. A step for each version and each rest, however long these are. */
function* activeSpans<T extends HeldRhythm>(
  { held, pauses }: RitualDates<T>,
  fromDay: Day,
  toDay: Day,
): Generator<ActiveSpan<T>> {
  const [versions, rests] = [inForce(held), inForce(pauses)]
  const [oldest] = versions
  if (!oldest) return
  let [day, version, rest] = [fromDay > oldest.from ? fromDay : oldest.from, 0, 0]
  while (day <= toDay) {
    while (hasTakenEffect(versions[version + 1], day)) version++
    while (hasTakenEffect(rests[rest], day)) rest++
    const nextRest = rests[rest]?.from ?? null
    const present = rests[rest - 1]
    if (present && (present.to === null || day < present.to)) {
      const until = earliest(present.to, nextRest)
      if (until === null) return
      day = until
      continue
    }
    const until = earliest(versions[version + 1]?.from ?? null, nextRest)
    const last = until !== null && until <= toDay ? addDays(until, -1) : toDay
    const terms = versions[version]
    if (terms) yield { terms, first: day, last }
    day = addDays(last, 1)
  }
}

const hasTakenEffect = (entry: Readonly<{ from: Day }> | undefined, day: Day): boolean =>
  entry !== undefined && entry.from <= day

const earliest = (a: Day | null, b: Day | null): Day | null => (a === null || (b !== null && b < a) ? b : a)

/** The last day that a person can name, so the last that any date is looked for on. */
const LAST_DAY = parseDay('2199-12-31')

/** Two dates in the order of their days begin in the other order only if they are closer than this, in days. */
const CLOSE_DAYS = 3

/**
 * The next `count` dates that are not over at that instant and that `isWanted`, in order of their start. Fewer if it
 * rests without end or has ended. Its work grows with the dates it looks at, never with the days between them.
 */
export function upcomingOccurrences<T extends HeldRhythm>(
  ritual: RitualDates<T>,
  instant: Date,
  count: number,
  isWanted: (date: DatedOccurrence<T>) => boolean = () => true,
): DatedOccurrence<T>[] {
  const { held, endedAt } = ritual
  const [first] = held
  if (!first) return []
  // An occurrence that is still going on began at most a day ago, by a clock at most a day and some hours from any
  // other.
  const from = addDays(dayIn(instant, first.zone), -4)
  const lastDay = endedAt === null ? LAST_DAY : addDays(dayOfUtc(Date.parse(endedAt)), 2)
  const found: DatedOccurrence<T>[] = []
  for (const date of occurrencesFrom(ritual, from, lastDay)) {
    const enough = found[count - 1]
    if (enough && date.onDate > addDays(enough.onDate, CLOSE_DAYS)) break
    if (date.end > instant && isWanted(date)) found.push(date)
  }
  return found.sort((a, b) => a.start.getTime() - b.start.getTime()).slice(0, count)
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
