// Days fed: on how many different days of a week a person fed a type. Counted per person and never summed over types,
// since one moment can feed several. Both people see the same picture: it ends with the later of their todays
// (`latestDayOf` in lib/time/day). Days before they paired are no data. Each rule and its reason: docs/numbers.md.
import type { Pair } from '@/lib/couples/people'
import { INTIMACY_TYPES, type IntimacyType } from '@/lib/intimacy/intimacy-type'
import { addDays, daysBetween, type Day } from '@/lib/time/day'
import { weeksUpTo, type Week, type WeekStart } from '@/lib/time/week'
import { quietWeeks, RHYTHM_LOOKS_BACK } from './quiet'

export type FeedingSource = 'moment' | 'plan' | 'page' | 'reply'

/** A row of the feeding view: what fed a type, for a person, on a day. */
export type Feeding = Readonly<{
  personId: string
  day: Day
  type: IntimacyType
  source: FeedingSource
  sourceId: string
}>

/** How full half a petal is: of 28 days, 0, 1-2, 3-5, or 6 and more days fed; fewer days that have been, fewer days fed. */
export const BLOOM_STEPS = ['quiet', 'aLittle', 'often', 'aLot'] as const
export type BloomStep = (typeof BLOOM_STEPS)[number]

/** `perWeek` holds the days fed (0 to 7) of each week, oldest first; `lastDays` those of the last 28 days (0 to 28). */
export type TypeDays = Readonly<{
  type: IntimacyType
  perWeek: Pair<readonly number[]>
  lastDays: Pair<number>
  steps: Pair<BloomStep>
}>

/** A type that is quiet: since the first day of its first quiet week, for so many whole weeks. */
export type QuietType = Readonly<{ type: IntimacyType; since: Day; weeks: number }>

export type DaysFed = Readonly<{
  /** Oldest first; the last is the present one. */
  weeks: readonly Week[]
  /** How many weeks before the present one, the last ones, the two were a couple all through. */
  wholeWeeks: number
  /** The day on which they paired. */
  startedOn: Day
  /** Whether they have fed anything: never, in the last four weeks alone, or before them too. */
  begun: 'never' | 'lately' | 'earlier'
  /** On how many days either person fed anything. */
  days: number
  /** The type that is quiet against its own rhythm; null without one, and where several are. */
  quiet: QuietType | null
  types: readonly TypeDays[]
}>

export type DaysFedQuery = Readonly<{
  people: Pair<string>
  /** The later of both people's todays. */
  today: Day
  weekStart: WeekStart
  /** How many weeks, the present one included. */
  weekCount: number
  /** The day on which they paired. */
  startedOn: Day
}>

const BLOOM_DAYS = 28
/** Of 28 days, so many fed days are *often* and *a lot*. Of fewer, as large a share is, but never under these floors. */
const OFTEN = { of28: 3, least: 2 }
const A_LOT = { of28: 6, least: 3 }

/** The step of half a petal for `days` fed of `daysThatWere`, 1 or more. A single day is *a little* in any span. */
export function bloomStep(days: number, daysThatWere: number): BloomStep {
  const isAtLeast = ({ of28, least }: typeof OFTEN) => days >= least && days * BLOOM_DAYS >= of28 * daysThatWere
  if (days === 0) return 'quiet'
  if (isAtLeast(A_LOT)) return 'aLot'
  return isAtLeast(OFTEN) ? 'often' : 'aLittle'
}

/** How many days from the first to the last the two were a couple; 1 at least. */
export const daysAsCouple = (first: Day, last: Day, startedOn: Day): number =>
  Math.max(1, daysBetween(startedOn > first ? startedOn : first, last) + 1)

/** The first of the last 28 days. */
export const firstBloomDay = (today: Day): Day => addDays(today, 1 - BLOOM_DAYS)

/** The first day of the weeks that show a type's usual rhythm. */
export const firstRhythmDay = ({ today, weekStart }: Pick<DaysFedQuery, 'today' | 'weekStart'>): Day =>
  weeksUpTo(today, weekStart, RHYTHM_LOOKS_BACK + 1).at(0)?.first ?? today

/** The first and last day whose feedings a picture needs: all its weeks, and at least the last 28 days. */
export function daysToRead({ today, weekStart, weekCount }: Pick<DaysFedQuery, 'today' | 'weekStart' | 'weekCount'>): {
  first: Day
  last: Day
} {
  const weeks = weeksUpTo(today, weekStart, weekCount)
  const [bloom, strip] = [firstBloomDay(today), weeks.at(0)?.first ?? today]
  return { first: bloom < strip ? bloom : strip, last: weeks.at(-1)?.last ?? today }
}

const countBetween = (days: ReadonlySet<Day>, first: Day, last: Day): number =>
  [...days].filter((day) => first <= day && day <= last).length

/** That either person fed a type on a day before the picture, which shows the type's rhythm. */
export type EarlierFeeding = Pick<Feeding, 'day' | 'type'>

/**
 * Counts days fed per person, type and week. Ignores other people, days before they paired, and days outside the
 * picture; `earlier` is read for days before it alone. A day after `today`, from a person who is ahead in time, counts in the present week.
 */
export function countDaysFed(
  feedings: readonly Pick<Feeding, 'personId' | 'day' | 'type'>[],
  earlier: readonly EarlierFeeding[],
  query: DaysFedQuery,
): DaysFed {
  const { people, today, weekStart, weekCount, startedOn } = query
  const weeks = weeksUpTo(today, weekStart, weekCount)
  const { first, last } = daysToRead(query)
  const shown = feedings.filter(
    ({ personId, day }) => people.includes(personId) && startedOn <= day && first <= day && day <= last,
  )
  const before = earlier.filter(({ day }) => startedOn <= day && day < first)
  const daysOf = (personId: string, type: IntimacyType): ReadonlySet<Day> =>
    new Set(shown.filter((feeding) => feeding.personId === personId && feeding.type === type).map(({ day }) => day))

  const daysThatWere = daysAsCouple(firstBloomDay(today), today, startedOn)
  const types = INTIMACY_TYPES.map((type): TypeDays => {
    const days: Pair<ReadonlySet<Day>> = [daysOf(people[0], type), daysOf(people[1], type)]
    const lastDays: Pair<number> = [
      countBetween(days[0], firstBloomDay(today), last),
      countBetween(days[1], firstBloomDay(today), last),
    ]
    const perWeek = (days: ReadonlySet<Day>): number[] => weeks.map((week) => countBetween(days, week.first, week.last))
    return {
      type,
      perWeek: [perWeek(days[0]), perWeek(days[1])],
      lastDays,
      steps: [bloomStep(lastDays[0], daysThatWere), bloomStep(lastDays[1], daysThatWere)],
    }
  })

  const firstWeek = weeks.at(0)?.first ?? first
  const lately = addDays(weeks.at(-1)?.first ?? today, -21)
  return {
    weeks,
    wholeWeeks: weeks.slice(0, -1).filter((week) => startedOn <= week.first).length,
    startedOn,
    begun: [...before, ...shown].some(({ day }) => day < lately) ? 'earlier' : shown.length > 0 ? 'lately' : 'never',
    days: new Set(shown.filter(({ day }) => day >= firstWeek).map(({ day }) => day)).size,
    quiet: quietType([...before, ...shown], query),
    types,
  }
}

/** The one type that is quiet; null where none is, or several are: then the couple has been busy with other things. */
function quietType(fed: readonly EarlierFeeding[], { today, weekStart, startedOn }: DaysFedQuery): QuietType | null {
  const weeks = weeksUpTo(today, weekStart, RHYTHM_LOOKS_BACK + 1).filter(({ first }) => startedOn <= first)
  const present = weeks.at(-1)
  const quiet = INTIMACY_TYPES.flatMap((type): QuietType[] => {
    const days = new Set(fed.filter((feeding) => feeding.type === type).map(({ day }) => day))
    const fedWeeks = weeks.map((week) => countBetween(days, week.first, week.last) > 0)
    if (!present || fedWeeks.at(-1)) return []
    const count = quietWeeks(fedWeeks.slice(0, -1))
    return count === 0 ? [] : [{ type, since: addDays(present.first, -7 * count), weeks: count }]
  })
  return quiet.length === 1 ? (quiet[0] ?? null) : null
}
