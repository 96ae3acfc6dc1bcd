// What comes next, and what a week and a day of somebody's hold: dates of rituals as they were planned, and one-offs.
import { upcomingOccurrences } from '@/lib/rituals/ritual-dates'
import { addDays, dayIn, type Day } from '@/lib/time/day'
import { instantOf, parseWallTime } from '@/lib/time/wall-time'
import { weekOf, type WeekStart } from '@/lib/time/week'
import type { Zone } from '@/lib/time/zone'
import type { Plan } from './contract'
import { countdownToPlan, dayOfPlan, spanOf } from './planned-start'
import { plansBetween, isStillPlanned, untouchedPlan, type DatedRitual } from './week-plans'

/** One without a time stands behind those of its day that have one. */
const startOf = (plan: Plan): number =>
  (spanOf(plan)?.start ?? instantOf(plan.plannedOn, parseWallTime('23:59'), plan.zone)).getTime()
const byStart = (a: Plan, b: Plan): number => startOf(a) - startOf(b)

/** How many dates of one ritual in a row may be skipped or moved before the next is not found. */
const SKIPPED_IN_A_ROW = 12

/** The next plans that are neither over nor skipped, in order; one that has begun is the first. `touched` are those that may be ahead. */
export function upcomingPlans(
  rituals: readonly DatedRitual[],
  touched: readonly Plan[],
  now: Date,
  zone: Zone,
  count: number,
): Plan[] {
  const known = new Set(touched.map(({ id }) => id))
  const fresh = rituals
    .flatMap((ritual) =>
      upcomingOccurrences(ritual, now, count + SKIPPED_IN_A_ROW).map(({ onDate, terms }) =>
        untouchedPlan(ritual.id, terms, onDate),
      ),
    )
    .filter(({ id }) => !known.has(id))
  return [...fresh, ...touched.filter((plan) => !plan.skipped && isStillPlanned(rituals, plan))]
    .filter((plan) => countdownToPlan(plan, now, zone).is !== 'over')
    .sort(byStart)
    .slice(0, count)
}

export type PlansOfToday = Readonly<{
  /** The next one that is not over, whenever it is. */
  next: Plan | null
  /** What else this day of mine holds, over or not. */
  also: readonly Plan[]
  /** The couple's week that holds today, with what each of my days holds. */
  week: Readonly<{ first: Day; last: Day; plans: readonly Readonly<{ on: Day; plan: Plan }>[] }>
}>

/** What a day and its week hold for somebody in `zone`, on their own days. */
export function plansOfToday(
  rituals: readonly DatedRitual[],
  touched: readonly Plan[],
  { now, zone, weekStart }: { now: Date; zone: Zone; weekStart: WeekStart },
): PlansOfToday {
  const today = dayIn(now, zone)
  const { first, last } = weekOf(today, weekStart)
  // A plan's own day and mine are at most one apart.
  const plans = plansBetween(rituals, touched, addDays(first, -1), addDays(last, 1))
    .plans.filter(({ skipped }) => !skipped)
    .map((plan) => ({ on: dayOfPlan(plan, zone), plan }))
    .filter(({ on }) => first <= on && on <= last)
    .sort((a, b) => byStart(a.plan, b.plan))
  const [next = null] = upcomingPlans(rituals, touched, now, zone, 1)
  return {
    next,
    also: plans.filter(({ on, plan }) => on === today && plan.id !== next?.id).map(({ plan }) => plan),
    week: { first, last, plans },
  }
}
