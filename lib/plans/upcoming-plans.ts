// The next plans, and the plans of a person's day and week: dates of rituals as they were planned, and one-offs.
import { occurrenceId } from '@/lib/rituals/occurrence-id'
import { upcomingOccurrences } from '@/lib/rituals/ritual-dates'
import { addDays, dayIn, type Day } from '@/lib/time/day'
import { instantOf, parseWallTime } from '@/lib/time/wall-time'
import { weekOf, type WeekStart } from '@/lib/time/week'
import type { Zone } from '@/lib/time/zone'
import type { Plan } from './contract'
import { countdownToPlan, dayOfPlan, spanOf } from './planned-start'
import { plansBetween, isStillPlanned, untouchedPlan, type DatedRitual } from './week-plans'

/** A plan without a time counts as the last of its day. */
const startOf = (plan: Plan): number =>
  (spanOf(plan)?.start ?? instantOf(plan.plannedOn, parseWallTime('23:59'), plan.zone)).getTime()
const byStart = (a: Plan, b: Plan): number => startOf(a) - startOf(b)

/** The next `count` plans that are neither over nor skipped, in order. `touched`: the saved plans that may be ahead. */
export function upcomingPlans(
  rituals: readonly DatedRitual[],
  touched: readonly Plan[],
  now: Date,
  zone: Zone,
  count: number,
): Plan[] {
  const known = new Set(touched.map(({ id }) => id))
  const fresh = rituals.flatMap((ritual) =>
    upcomingOccurrences(ritual, now, count, (onDate) => !known.has(occurrenceId(ritual.id, onDate))).map(
      ({ onDate, terms }) => untouchedPlan(ritual.id, terms, onDate),
    ),
  )
  return [...fresh, ...touched.filter((plan) => !plan.skipped && isStillPlanned(rituals, plan))]
    .filter((plan) => countdownToPlan(plan, now, zone).is !== 'over')
    .sort(byStart)
    .slice(0, count)
}

export type PlansOfToday = Readonly<{
  /** The next plan that is not over, on whatever day. */
  next: Plan | null
  /** The other plans of the person's day, over or not. */
  also: readonly Plan[]
  /** The couple's week with today in it, and its plans on the person's own days. */
  week: Readonly<{ first: Day; last: Day; plans: readonly Readonly<{ on: Day; plan: Plan }>[] }>
}>

/** The plans of today and of its week for a person in `zone`, on that person's own days. */
export function plansOfToday(
  rituals: readonly DatedRitual[],
  touched: readonly Plan[],
  { now, zone, weekStart }: { now: Date; zone: Zone; weekStart: WeekStart },
): PlansOfToday {
  const today = dayIn(now, zone)
  const { first, last } = weekOf(today, weekStart)
  // A plan's own day and the person's day are at most one apart.
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
