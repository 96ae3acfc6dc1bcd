// On how many days of a month each person fed each type. Counted per person, never summed over types.
import type { Pair } from '@/lib/couples/people'
import { bloomStep, type BloomStep, type Feeding } from '@/lib/dashboard/days-fed'
import { INTIMACY_TYPES, type IntimacyType } from '@/lib/intimacy/intimacy-type'
import { monthOfDay, type Month } from '@/lib/time/day'

export type TypeInMonth = Readonly<{ type: IntimacyType; days: Pair<number>; steps: Pair<BloomStep> }>

/** Counts the days of the month on which each person fed each type. Ignores other days and other people. */
export function fedInMonth(
  feedings: readonly Pick<Feeding, 'personId' | 'day' | 'type'>[],
  month: Month,
  people: Pair<string>,
): TypeInMonth[] {
  const daysOf = (person: string, type: IntimacyType) =>
    new Set(
      feedings
        .filter((fed) => fed.personId === person && fed.type === type && monthOfDay(fed.day) === month)
        .map(({ day }) => day),
    ).size
  return INTIMACY_TYPES.map((type) => {
    const days: Pair<number> = [daysOf(people[0], type), daysOf(people[1], type)]
    return { type, days, steps: [bloomStep(days[0]), bloomStep(days[1])] }
  })
}
