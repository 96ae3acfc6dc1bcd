// What was fed in a month: on how many of its days each fed each type. Counted per person, never summed over types.
import type { Pair } from '@/lib/couples/people'
import { bloomStep, type BloomStep, type Feeding } from '@/lib/dashboard/days-fed'
import { INTIMACY_TYPES, type IntimacyType } from '@/lib/intimacy/intimacy-type'
import { monthOfDay, type Month } from '@/lib/time/day'

export type TypeInMonth = Readonly<{ type: IntimacyType; days: Pair<number>; steps: Pair<BloomStep> }>

/** Different days of the month on which each of the two fed each type; feedings of other days or of anybody else are left out. */
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
