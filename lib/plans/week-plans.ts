import type { Ritual } from '@/lib/rituals/contract'
import { occurrenceId } from '@/lib/rituals/occurrence-id'
import { occurrencesBetween, termsOn } from '@/lib/rituals/ritual-dates'
import type { Terms } from '@/lib/rituals/terms'
import type { Day } from '@/lib/time/day'
import type { Plan, WeekOfPlans } from './contract'
import { beginOf, inDayOrder } from './planned-start'

/** What decides a ritual's dates. */
export type DatedRitual = Pick<Ritual, 'id' | 'held' | 'pauses' | 'endedAt'>

/**
 * A plan as its row has it. `timeChosen`, `minutesChosen`: somebody chose the time, with its zone, or the length of a
 * ritual's date; else they are those of the terms, like its title and its types.
 */
export type SavedPlan = Plan & Readonly<{ timeChosen: boolean; minutesChosen: boolean }>

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
  touched: readonly SavedPlan[],
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
  const remaining = touched.flatMap((saved) => planNow(rituals, saved) ?? [])
  return {
    plans: inDayOrder([...fresh, ...remaining.filter(({ plannedOn }) => within(plannedOn))]),
    moved: inDayOrder(
      remaining.filter(({ ritualId, onDate, plannedOn }) => ritualId !== null && within(onDate) && !within(plannedOn)),
    ).map(({ id, title, onDate, plannedOn }) => ({ id, title, onDate, plannedOn })),
  }
}

/**
 * A saved plan as it is now; null if it is the date of a ritual that no longer has it. What nobody chose follows the
 * terms that hold on its original date, until it begins: then it keeps what it had. What somebody took part in is as
 * its row has it, whatever becomes of the ritual.
 */
export function planNow(rituals: readonly DatedRitual[], saved: SavedPlan): Plan | null {
  if (saved.ritualId === null || saved.tookPart.length > 0) return planUnder(saved, null)
  const terms = termsOfDate(rituals, saved)
  return terms && planUnder(saved, terms)
}

/** The terms that a saved date of a ritual has; null if its ritual no longer has it, and for a one-off. */
export function termsOfDate(rituals: readonly DatedRitual[], saved: SavedPlan): Terms | null {
  const ritual = rituals.find(({ id }) => id === saved.ritualId)
  return ritual ? termsOn(ritual, saved.onDate, (terms) => beginOf(planUnder(saved, terms))) : null
}

/** A saved plan with what nobody chose of it taken from these terms; null: as the row has it. */
function planUnder({ timeChosen, minutesChosen, ...plan }: SavedPlan, terms: Terms | null): Plan {
  if (!terms) return plan
  const { title, types, time, zone, minutes } = terms
  return { ...plan, title, types, ...(timeChosen ? {} : { time, zone }), ...(minutesChosen ? {} : { minutes }) }
}
