import type { Ritual } from '@/lib/rituals/contract'
import { occurrenceId } from '@/lib/rituals/occurrence-id'
import { occurrencesBetween, termsOn } from '@/lib/rituals/ritual-dates'
import type { Terms } from '@/lib/rituals/terms'
import type { Day } from '@/lib/time/day'
import type { Plan, WeekOfPlans } from './contract'
import { byDayAndTime } from './planned-start'

/** A ritual as far as its dates go. */
export type DatedRitual = Pick<Ritual, 'id' | 'held' | 'pauses' | 'endedAt'>

/** How a plan is named: an occurrence by its ritual and date, a one-off by its id alone. */
export type PlanName = Pick<Plan, 'id' | 'ritualId' | 'onDate'>

/** A ritual's date as a plan is named. */
export const dateOfRitual = (ritualId: string, onDate: Day): PlanName => ({
  id: occurrenceId(ritualId, onDate),
  ritualId,
  onDate,
})

/** A ritual's date that nobody has touched, as the terms have it under which it stands. */
export function untouchedPlan(ritualId: string, { title, types, time, minutes, zone }: Terms, onDate: Day): Plan {
  return {
    ...dateOfRitual(ritualId, onDate),
    kind: 'together',
    version: 0,
    title,
    what: '',
    place: '',
    types,
    plannedOn: onDate,
    time,
    minutes,
    zone,
    skipped: false,
    items: [],
    tookPart: [],
  }
}

/**
 * What the days from one to another hold, of the agreed rituals and the plans that were touched: a date that was moved stands on
 * the day it was moved to, and days are the plans' own, so that it is the same for both. A touched date of a ritual that has it no
 * more is left out, unless somebody took part in it. `moved` are dates from these days that stand elsewhere.
 */
export function plansBetween(
  rituals: readonly DatedRitual[],
  touched: readonly Plan[],
  first: Day,
  last: Day,
): Pick<WeekOfPlans, 'plans' | 'moved'> {
  const within = (day: Day) => first <= day && day <= last
  const known = new Set(touched.map(({ id }) => id))
  const fresh = rituals
    .flatMap((ritual) =>
      occurrencesBetween(ritual, first, last).map(({ onDate, terms }) => untouchedPlan(ritual.id, terms, onDate)),
    )
    .filter(({ id }) => !known.has(id))
  const remaining = touched.filter((plan) => isStillPlanned(rituals, plan))
  return {
    plans: [...fresh, ...remaining.filter(({ plannedOn }) => within(plannedOn))].sort(byDayAndTime),
    moved: remaining
      .filter(({ ritualId, onDate, plannedOn }) => ritualId !== null && within(onDate) && !within(plannedOn))
      .sort(byDayAndTime)
      .map(({ id, title, onDate, plannedOn }) => ({ id, title, onDate, plannedOn })),
  }
}

/** Whether a plan that was touched is there still: a ritual's date goes with the ritual, or with the terms that had it, unless somebody took part. */
export function isStillPlanned(rituals: readonly DatedRitual[], { ritualId, onDate, tookPart }: Plan): boolean {
  if (ritualId === null || tookPart.length > 0) return true
  const ritual = rituals.find(({ id }) => id === ritualId)
  return ritual !== undefined && termsOn(ritual, onDate) !== null
}
