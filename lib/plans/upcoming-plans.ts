// The next plans, and the plans of a person's day and week: dates of rituals as they were planned, and one-offs.
import { occurrenceId } from '@/lib/rituals/occurrence-id'
import { upcomingOccurrences } from '@/lib/rituals/ritual-dates'
import { sortByKey } from '@/lib/sort-by-key'
import { addDays, dayIn, type Day } from '@/lib/time/day'
import { instantOf, parseWallTime } from '@/lib/time/wall-time'
import { weekOf, type WeekStart } from '@/lib/time/week'
import type { Zone } from '@/lib/time/zone'
import type { Plan } from './contract'
import { canMarkPlan, countdownToPlan, dayOfPlan, hasBegun, MARK_DAYS, spanOf, type Marker } from './planned-start'
import { planNow, plansBetween, untouchedPlan, type DatedRitual, type SavedPlan } from './week-plans'

/** A plan without a time counts as the last of its day, by the person's own calendar, in whatever zone it was made. */
const startOrDayEnd = (plan: Plan, zone: Zone): number =>
  (spanOf(plan)?.start ?? instantOf(plan.plannedOn, parseWallTime('23:59'), zone)).getTime()
/** Sorts by the starts of plans. */
const inOrder = <Row>(rows: readonly Row[], zone: Zone, planOf: (row: Row) => Plan): Row[] =>
  sortByKey(
    rows,
    (row) => startOrDayEnd(planOf(row), zone),
    (a, b) => a - b,
  )
const itself = (plan: Plan): Plan => plan

/**
 * The next `count` plans that are neither over nor skipped, in order. `touched`: the saved plans that may be ahead.
 * `begun`: whether plans that have begun and are not over are among them.
 */
export function upcomingPlans(
  rituals: readonly DatedRitual[],
  touched: readonly SavedPlan[],
  { now, zone, count, begun = true }: { now: Date; zone: Zone; count: number; begun?: boolean },
): Plan[] {
  const known = new Set(touched.map(({ id }) => id))
  const fresh = rituals.flatMap((ritual) =>
    upcomingOccurrences(
      ritual,
      now,
      count,
      ({ onDate, start }) => (begun || start > now) && !known.has(occurrenceId(ritual.id, onDate)),
    ).map(({ onDate, terms }) => untouchedPlan(ritual.id, terms, onDate)),
  )
  const saved = touched.flatMap((row) => planNow(rituals, row) ?? []).filter(({ skipped }) => !skipped)
  const ahead = [...fresh, ...saved].filter(
    (plan) => countdownToPlan(plan, now, zone).is !== 'over' && (begun || !hasBegun(plan, zone, now)),
  )
  return inOrder(ahead, zone, itself).slice(0, count)
}

/** What comes next of one ritual, or a one-off, which has only a next date. */
export type ComingUp = Readonly<{
  next: Plan
  /** The dates after it, in order. */
  then: readonly Plan[]
  /** The dates up to the last of these that were skipped, in order. */
  skipped: readonly Plan[]
}>

/**
 * What comes next, each ritual once, in the order of the next dates. `dates`: how many of a ritual's. `oneOffs`: how many
 * one-offs; the others are on the pages of their weeks.
 */
export function comingUp(
  rituals: readonly DatedRitual[],
  touched: readonly SavedPlan[],
  { now, zone, dates, oneOffs }: { now: Date; zone: Zone; dates: number; oneOffs: number },
): ComingUp[] {
  const isOf = (row: SavedPlan, { id }: DatedRitual) => row.ritualId === id
  const ofRituals = rituals.flatMap((ritual): ComingUp[] => {
    const rows = touched.filter((row) => isOf(row, ritual))
    const [next, ...then] = upcomingPlans([ritual], rows, { now, zone, count: dates })
    if (!next) return []
    const end = startOrDayEnd(then.at(-1) ?? next, zone)
    const skipped = rows
      .flatMap((row) => planNow([ritual], row) ?? [])
      .filter(
        (plan) => plan.skipped && countdownToPlan(plan, now, zone).is !== 'over' && startOrDayEnd(plan, zone) <= end,
      )
    return [{ next, then, skipped: inOrder(skipped, zone, itself) }]
  })
  const others = touched.filter((row) => !rituals.some((ritual) => isOf(row, ritual)))
  const alone = upcomingPlans([], others, { now, zone, count: oneOffs })
  const all = [...ofRituals, ...alone.map((next): ComingUp => ({ next, then: [], skipped: [] }))]
  return inOrder(all, zone, ({ next }) => next)
}

/**
 * The plans of a ritual's dates that a person can mark now, as they were planned: without the skipped ones, and a moved
 * one on its new day. Newest first.
 */
export function markablePlans(ritual: DatedRitual, touched: readonly SavedPlan[], marker: Marker): Plan[] {
  const today = dayIn(marker.now, marker.zone)
  const near = plansBetween([ritual], touched, addDays(today, -MARK_DAYS - DAYS_APART), addDays(today, DAYS_APART))
  const markable = near.plans.filter((plan) => !plan.skipped && canMarkPlan(plan, marker))
  return inOrder(markable, marker.zone, itself).reverse()
}

/** How many days a plan's own day and a person's day can be apart: clocks on Earth are up to 26 hours apart. */
export const DAYS_APART = 2

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
  touched: readonly SavedPlan[],
  { now, zone, weekStart }: { now: Date; zone: Zone; weekStart: WeekStart },
): PlansOfToday {
  const today = dayIn(now, zone)
  const { first, last } = weekOf(today, weekStart)
  const near = plansBetween(rituals, touched, addDays(first, -DAYS_APART), addDays(last, DAYS_APART))
    .plans.filter(({ skipped }) => !skipped)
    .map((plan) => ({ on: dayOfPlan(plan, zone), plan }))
    .filter(({ on }) => first <= on && on <= last)
  const plans = inOrder(near, zone, ({ plan }) => plan)
  const [next = null] = upcomingPlans(rituals, touched, { now, zone, count: 1 })
  return {
    next,
    also: plans.filter(({ on, plan }) => on === today && plan.id !== next?.id).map(({ plan }) => plan),
    week: { first, last, plans },
  }
}
