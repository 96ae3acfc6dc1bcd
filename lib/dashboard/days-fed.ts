// Days fed: on how many different days of a week a person fed a type. Counted per person and never summed over types, since
// one moment may feed several. Both see one picture: it ends with the later of their todays (latestDayOf in lib/time/day).
import type { Pair } from '@/lib/couples/people'
import { INTIMACY_TYPES, type IntimacyType } from '@/lib/intimacy/intimacy-type'
import { addDays, type Day } from '@/lib/time/day'
import { weeksUpTo, type Week, type WeekStart } from '@/lib/time/week'

export type FeedingSource = 'moment' | 'plan' | 'page' | 'reply'

/** That a person fed a type on a day, and what did it: a row of the feeding view. */
export type Feeding = Readonly<{
  personId: string
  day: Day
  type: IntimacyType
  source: FeedingSource
  sourceId: string
}>

/** How full a half of a petal is: 0, 1-2, 3-5, 6 and more days fed in the last 28. */
export const BLOOM_STEPS = ['quiet', 'aLittle', 'often', 'aLot'] as const
export type BloomStep = (typeof BLOOM_STEPS)[number]

/** `perWeek` holds days fed, 0 to 7, one number a week, oldest first; `lastDays` those of the last 28 days. */
export type TypeDays = Readonly<{
  type: IntimacyType
  perWeek: Pair<readonly number[]>
  lastDays: Pair<number>
  steps: Pair<BloomStep>
}>

/**
 * `weeks` are oldest first, the last is the present one. `knownWeeks` of them, counted back from the present one, hold what
 * can be spoken of: they begin with the first feeding there is. `days` are those on which either fed anything in them.
 */
export type DaysFed = Readonly<{ weeks: readonly Week[]; knownWeeks: number; days: number; types: readonly TypeDays[] }>

export type DaysFedQuery = Readonly<{
  people: Pair<string>
  /** The later of the two days that the partners call today. */
  today: Day
  weekStart: WeekStart
  /** How many weeks, the present one counted. */
  weekCount: number
  /** Whether the couple fed anything before the first of these weeks. */
  fedBefore: boolean
}>

const BLOOM_DAYS = 28

export function bloomStep(days: number): BloomStep {
  if (days === 0) return 'quiet'
  if (days <= 2) return 'aLittle'
  return days <= 5 ? 'often' : 'aLot'
}

const firstBloomDay = (today: Day): Day => addDays(today, 1 - BLOOM_DAYS)

/** The days that a picture is made of: feedings from the first to the last of them have to be asked for. */
export function daysToRead({ today, weekStart, weekCount }: Pick<DaysFedQuery, 'today' | 'weekStart' | 'weekCount'>): {
  first: Day
  last: Day
} {
  const weeks = weeksUpTo(today, weekStart, weekCount)
  const [bloom, strip] = [firstBloomDay(today), weeks.at(0)?.first ?? today]
  return { first: bloom < strip ? bloom : strip, last: weeks.at(-1)?.last ?? today }
}

const within = (days: ReadonlySet<Day>, first: Day, last: Day): number =>
  [...days].filter((day) => first <= day && day <= last).length

/**
 * Counts what feeds. Feedings of anybody else, and of days outside the picture, are left out; those a partner ahead in time
 * dated after `today` count in the present week.
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
      within(days[0], firstBloomDay(today), last),
      within(days[1], firstBloomDay(today), last),
    ]
    const perWeek = (days: ReadonlySet<Day>): number[] => weeks.map((week) => within(days, week.first, week.last))
    return {
      type,
      perWeek: [perWeek(days[0]), perWeek(days[1])],
      lastDays,
      steps: [bloomStep(lastDays[0]), bloomStep(lastDays[1])],
    }
  })

  const anyDays = new Set(shown.filter(({ day }) => day >= (weeks.at(0)?.first ?? first)).map(({ day }) => day))
  const firstFed = weeks.findIndex((week) => within(anyDays, week.first, week.last) > 0)
  const knownWeeks = fedBefore ? weekCount : firstFed < 0 ? 0 : weekCount - firstFed
  return { weeks, knownWeeks, days: anyDays.size, types }
}
