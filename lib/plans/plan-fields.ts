import type { PlanFields } from './contract'

/** The fields of a plan that either may change. */
export const fieldsOf = ({ title, what, place, types, plannedOn, time, minutes, skipped }: PlanFields): PlanFields => ({
  title,
  what,
  place,
  types,
  plannedOn,
  time,
  minutes,
  skipped,
})
