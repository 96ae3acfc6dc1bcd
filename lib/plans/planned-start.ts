import { countdownTo, type Countdown } from '@/lib/rituals/countdown'
import { sortByKey } from '@/lib/sort-by-key'
import { addDays, dayIn, daysBetween, monthOfDay, type Day } from '@/lib/time/day'
import { instantOf, parseWallTime } from '@/lib/time/wall-time'
import type { Zone } from '@/lib/time/zone'
import type { Plan } from './contract'

export type PlannedTime = Pick<Plan, 'plannedOn' | 'time' | 'minutes' | 'zone'>

const MINUTE_MS = 60_000

/** When a plan begins and ends; null for a plan at any time of its day. */
export function spanOf({ plannedOn, time, minutes, zone }: PlannedTime): Readonly<{ start: Date; end: Date }> | null {
  if (time === null) return null
  const start = instantOf(plannedOn, time, zone)
  return { start, end: new Date(start.getTime() + minutes * MINUTE_MS) }
}

/** When a plan begins for both: without a time, with its day by the plan's own clock. */
export const beginOf = (plan: PlannedTime): Date =>
  spanOf(plan)?.start ?? instantOf(plan.plannedOn, parseWallTime('00:00'), plan.zone)

/** Whether a plan has begun for a person: without a time, with its day by their calendar. */
export function hasBegun(plan: PlannedTime, zone: Zone, now: Date): boolean {
  const span = spanOf(plan)
  return span ? span.start <= now : plan.plannedOn <= dayIn(now, zone)
}

/** For how many days after the day of a plan a person can say that they took part. */
export const MARK_DAYS = 31

/** Who would mark a plan, and when. `startedOn`: the day on which the two paired; null without a couple. */
export type Marker = Readonly<{ zone: Zone; now: Date; startedOn: Day | null }>

/**
 * Whether a person can mark a plan now: once it has begun, for `MARK_DAYS` by their own calendar, and on no day before
 * the two paired. Nor in an earlier month by the plan's own day: a kept plan is listed in that month, and they have none.
 */
export function canMarkPlan(plan: PlannedTime, { zone, now, startedOn }: Marker): boolean {
  const day = dayOfPlan(plan, zone)
  return (
    startedOn !== null &&
    day >= startedOn &&
    monthOfDay(plan.plannedOn) >= monthOfDay(startedOn) &&
    hasBegun(plan, zone, now) &&
    daysBetween(day, dayIn(now, zone)) <= MARK_DAYS
  )
}

/**
 * The day a plan falls on for a person: the date of its start in their zone, or its own day if it has no time. Taking
 * part feeds that day.
 */
export function dayOfPlan(plan: PlannedTime, zone: Zone): Day {
  const span = spanOf(plan)
  return span ? dayIn(span.start, zone) : plan.plannedOn
}

/** Whether the day of a plan is over for a person. */
export const isPastFor = (plan: PlannedTime, zone: Zone, now: Date): boolean => dayOfPlan(plan, zone) < dayIn(now, zone)

/** How far away a plan is for a person. A plan without a time is counted in days, and is over when its day is. */
export function countdownToPlan(plan: PlannedTime, now: Date, zone: Zone): Countdown {
  const span = spanOf(plan)
  if (span) return countdownTo(span, now, zone)
  const today = dayIn(now, zone)
  if (plan.plannedOn < today) return { is: 'over' }
  if (plan.plannedOn === today) return { is: 'today' }
  return plan.plannedOn === addDays(today, 1)
    ? { is: 'tomorrow' }
    : { is: 'days', n: daysBetween(today, plan.plannedOn) }
}

/** Sorts plans by day, then those without a time first, then by start. */
export const inDayOrder = (plans: readonly Plan[]): Plan[] =>
  sortByKey(
    plans,
    (plan) => ({ plan, start: spanOf(plan)?.start.getTime() ?? 0 }),
    ({ plan: a, start }, { plan: b, start: other }) => {
      if (a.plannedOn !== b.plannedOn) return a.plannedOn < b.plannedOn ? -1 : 1
      return start - other || (a.title < b.title ? -1 : a.title > b.title ? 1 : a.id < b.id ? -1 : 1)
    },
  )
