import type { Ritual } from '@/lib/rituals/contract'
import { occurrenceId } from '@/lib/rituals/occurrence-id'
import { occurrencesBetween, termsOn } from '@/lib/rituals/ritual-dates'
import type { Terms } from '@/lib/rituals/terms'
import type { Day } from '@/lib/time/day'
import type { Plan, WeekOfPlans } from './contract'
import { byDayAndTime } from './planned-start'

/** What decides a ritual's dates. */
export type DatedRitual = Pick<Ritual, 'id' | 'held' | 'pauses' | 'endedAt'>

/** How a plan is named: an occurrence by its ritual and date, a one-off by its id alone. */
export type PlanKey = Pick<Plan, 'id' | 'ritualId' | 'onDate'>

/** Names the plan of a ritual's date. */
export const occurrenceKey = (ritualId: string, onDate: Day): PlanKey => ({
  id: occurrenceId(ritualId, onDate),
  ritualId,
  onDate,
})

/** Makes the plan of a ritual's date that nobody has touched, from the terms of that date. */
export function untouchedPlan(ritualId: string, { title, types, time, minutes, zone }: Terms, onDate: Day): Plan {
  return {
    ...occurrenceKey(ritualId, onDate),
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
 * The plans on the days from one to another, both included, of agreed rituals and saved plans. A moved date is on its
 * new day. Days are the plans' own, so that the result is the same for both people. A saved date that its ritual no
 * longer has is left out, unless somebody took part in it. `moved`: dates that were moved out of these days.
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

/**
 * Whether a saved plan is still on: a ritual's date is gone if the ritual no longer has it, unless somebody took part.
 */
export function isStillPlanned(rituals: readonly DatedRitual[], { ritualId, onDate, tookPart }: Plan): boolean {
  if (ritualId === null || tookPart.length > 0) return true
  const ritual = rituals.find(({ id }) => id === ritualId)
  return ritual !== undefined && termsOn(ritual, onDate) !== null
}
