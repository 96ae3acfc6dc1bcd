// Days fed: on how many different days of a week a person fed a type. Counted per person and never summed over types,
// since one moment can feed several. Both people see the same picture: it ends with the later of their todays
// (`latestDayOf` in lib/time/day).
import type { Pair } from '@/lib/couples/people'
import { INTIMACY_TYPES, type IntimacyType } from '@/lib/intimacy/intimacy-type'
import { addDays, type Day } from '@/lib/time/day'
import { weeksUpTo, type Week, type WeekStart } from '@/lib/time/week'

export type FeedingSource = 'moment' | 'plan' | 'page' | 'reply'

/** A row of the feeding view: what fed a type, for a person, on a day. */
export type Feeding = Readonly<{
  personId: string
  day: Day
  type: IntimacyType
  source: FeedingSource
  sourceId: string
}>

/** How full half a petal is: 0, 1-2, 3-5, or 6 and more days fed in the last 28. */
export const BLOOM_STEPS = ['quiet', 'aLittle', 'often', 'aLot'] as const
export type BloomStep = (typeof BLOOM_STEPS)[number]

/** `perWeek` holds the days fed (0 to 7) of each week, oldest first; `lastDays` those of the last 28 days (0 to 28). */
export type TypeDays = Readonly<{
  type: IntimacyType
  perWeek: Pair<readonly number[]>
  lastDays: Pair<number>
  steps: Pair<BloomStep>
}>

/**
 * `weeks` are oldest first, and the last is the present one. The last `knownWeeks` of them begin with the couple's
 * first feeding. `days` counts the days on which either person fed anything.
 */
export type DaysFed = Readonly<{ weeks: readonly Week[]; knownWeeks: number; days: number; types: readonly TypeDays[] }>

export type DaysFedQuery = Readonly<{
  people: Pair<string>
  /** The later of both people's todays. */
  today: Day
  weekStart: WeekStart
  /** How many weeks, the present one included. */
  weekCount: number
  /** Whether the couple fed anything before the first of these weeks. */
  fedBefore: boolean
}>

const BLOOM_DAYS = 28

/** The step of half a petal for so many days fed. */
export function bloomStep(days: number): BloomStep {
  if (days === 0) return 'quiet'
  if (days <= 2) return 'aLittle'
  return days <= 5 ? 'often' : 'aLot'
}

const firstBloomDay = (today: Day): Day => addDays(today, 1 - BLOOM_DAYS)

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

/**
 * Counts days fed per person, type and week. Ignores other people and days outside the picture. A day after `today`,
 * from a person who is ahead in time, counts in the present week.
 */
export function countDaysFed(
  feedings: readonly Pick<Feeding, 'personId' | 'day' | 'type'>[],
  query: DaysFedQuery,
): DaysFed {
  const { people, today, weekStart, weekCount, fedBefore } = query
  const weeks = weeksUpTo(today, weekStart, weekCount)
  const { first, last } = daysToRead(query)
  const shown = feedings.filter(({ personId, day }) => people.includes(personId) && first <= day && day <= last)
  const daysOf = (personId: string, type: IntimacyType): ReadonlySet<Day> =>
    new Set(shown.filter((feeding) => feeding.personId === personId && feeding.type === type).map(({ day }) => day))

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
      steps: [bloomStep(lastDays[0]), bloomStep(lastDays[1])],
    }
  })

  const anyDays = new Set(shown.filter(({ day }) => day >= (weeks.at(0)?.first ?? first)).map(({ day }) => day))
  const firstFed = weeks.findIndex((week) => countBetween(anyDays, week.first, week.last) > 0)
  const knownWeeks = fedBefore ? weekCount : firstFed < 0 ? 0 : weekCount - firstFed
  return { weeks, knownWeeks, days: anyDays.size, types }
}
