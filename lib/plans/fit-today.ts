import type { Day } from '@/lib/time/day'
import type { Item, Plan } from './contract'
import type { PlansOfToday } from './upcoming-plans'

/** How many plans of a day the strip names, how many of today's are rows, and how many items of a person are named. */
const [NAMED_OF_DAY, ALSO, ITEMS_OF_PERSON] = [5, 10, 10]

/** The plans of a week's strip: the first of each day, and how many more that day has. */
export type StripDay = Readonly<{ on: Day; plans: readonly Pick<Plan, 'id' | 'title' | 'types'>[]; more: number }>

/** What Today shows of plans. What it leaves out is on the week's page, and it says how many that are. */
export type FittedToday = Readonly<{
  /** Its items are those that somebody still brings. */
  next: Plan | null
  /** How many more items of `next` each person brings, by id. */
  bringsMore: Readonly<Record<string, number>>
  also: readonly Plan[]
  alsoMore: number
  days: readonly StripDay[]
}>

export function fitToday({ next, also, week }: PlansOfToday): FittedToday {
  const brought = next?.items.filter(({ whoId, done }) => whoId !== null && !done) ?? []
  const people = [...new Set(brought.map(({ whoId }) => whoId ?? ''))]
  const itemsOf = (person: string): Item[] => brought.filter(({ whoId }) => whoId === person)
  const days = [...new Set(week.plans.map(({ on }) => on))]
  return {
    next: next && { ...next, items: people.flatMap((person) => itemsOf(person).slice(0, ITEMS_OF_PERSON)) },
    bringsMore: Object.fromEntries(
      people
        .map((person) => [person, itemsOf(person).length - ITEMS_OF_PERSON] as const)
        .filter(([, more]) => more > 0),
    ),
    also: also.slice(0, ALSO).map((plan) => ({ ...plan, what: '', place: '', items: [] })),
    alsoMore: Math.max(0, also.length - ALSO),
    days: days.map((on) => {
      const plans = week.plans.filter((planned) => planned.on === on)
      return {
        on,
        plans: plans.slice(0, NAMED_OF_DAY).map(({ plan: { id, title, types } }) => ({ id, title, types })),
        more: Math.max(0, plans.length - NAMED_OF_DAY),
      }
    }),
  }
}
