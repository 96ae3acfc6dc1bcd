// On how many days of a month each person fed each type. Counted per person, never summed over types.
import type { Pair } from '@/lib/couples/people'
import { bloomStep, daysAsCouple, type BloomStep, type Feeding } from '@/lib/dashboard/days-fed'
import { INTIMACY_TYPES, type IntimacyType } from '@/lib/intimacy/intimacy-type'
import { monthOfDay, type Day, type Month } from '@/lib/time/day'
import { firstDayOf, lastDayOf } from '@/lib/time/month'

export type TypeInMonth = Readonly<{ type: IntimacyType; days: Pair<number>; steps: Pair<BloomStep> }>

type MonthSpan = Readonly<{
  month: Month
  people: Pair<string>
  /** The day on which they paired. */
  startedOn: Day
  /** The later of both people's todays. */
  latest: Day
}>

/**
 * Counts the days of the month on which each person fed each type. Ignores other days and other people. The steps go by
 * the days that have been: of the month, since they paired.
 */
export function fedInMonth(
  feedings: readonly Pick<Feeding, 'personId' | 'day' | 'type'>[],
  { month, people, startedOn, latest }: MonthSpan,
): TypeInMonth[] {
  const last = lastDayOf(month)
  const daysThatWere = daysAsCouple(firstDayOf(month), latest < last ? latest : last, startedOn)
  const daysOf = (person: string, type: IntimacyType) =>
    new Set(
      feedings
        .filter((fed) => fed.personId === person && fed.type === type && monthOfDay(fed.day) === month)
        .map(({ day }) => day),
    ).size
  return INTIMACY_TYPES.map((type) => {
    const days: Pair<number> = [daysOf(people[0], type), daysOf(people[1], type)]
    return { type, days, steps: [bloomStep(days[0], daysThatWere), bloomStep(days[1], daysThatWere)] }
  })
}

/** Whether nobody fed anything. */
export const isQuiet = (types: readonly TypeInMonth[]): boolean =>
  types.every(({ days }) => days[0] === 0 && days[1] === 0)
