import type { Plan, PlanFields } from './contract'

/** What either may change of a plan, out of all of it. */
export const fieldsOf = ({ title, what, place, types, plannedOn, time, minutes, skipped }: Plan): PlanFields => ({
  title,
  what,
  place,
  types,
  plannedOn,
  time,
  minutes,
  skipped,
})
