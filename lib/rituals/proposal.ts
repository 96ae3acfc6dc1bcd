// The form of a proposal, or of other terms.
import type { IntimacyType } from '@/lib/intimacy/intimacy-type'
import { addDays, isDay, type Day, type Weekday } from '@/lib/time/day'
import { isWallTime } from '@/lib/time/wall-time'
import type { WeekStart } from '@/lib/time/week'
import type { Zone } from '@/lib/time/zone'
import { datesBetween, type EveryWeeks, type Rhythm } from './recurrence'
import type { ChosenTerms } from './terms'

/** The values of the fields. A time or a day may be half typed. */
export type ProposalDraft = Readonly<{
  title: string
  types: IntimacyType[]
  weekdays: Weekday[]
  time: string
  minutes: number
  zone: Zone
  everyWeeks: EveryWeeks
  startsOn: string
}>

/** A field that still has to be filled in. */
export type ProposalGap = 'title' | 'types' | 'weekdays' | 'time' | 'startsOn'

/** The terms of a draft, or null and the gaps in the order of the fields. They may begin today at the earliest. */
export function proposalOf(
  draft: ProposalDraft,
  today: Day,
): Readonly<{ gaps: readonly ProposalGap[]; terms: ChosenTerms | null }> {
  const { title, types, weekdays, time, startsOn, ...rest } = draft
  const gaps: ProposalGap[] = []
  if (title.trim() === '') gaps.push('title')
  if (types.length === 0) gaps.push('types')
  if (weekdays.length === 0) gaps.push('weekdays')
  if (!isWallTime(time)) gaps.push('time')
  if (!isDay(startsOn) || startsOn < today || startsOn > '2199-12-31') gaps.push('startsOn')
  if (gaps.length > 0 || !isWallTime(time) || !isDay(startsOn)) return { gaps, terms: null }
  return { gaps, terms: { title: title.trim(), types, weekdays, time, startsOn, ...rest } }
}

/**
 * Makes the draft of other terms from the current ones. It begins on their first day or, if that has passed, on their
 * next date, so that a ritual of every second or fourth week keeps its weeks.
 */
export function draftOf(
  { title, types, weekdays, time, minutes, zone, everyWeeks, startsOn, weekStart }: ChosenTerms & Rhythm,
  today: Day,
): ProposalDraft {
  const rhythm: Rhythm = { weekdays, time, minutes, zone, everyWeeks, startsOn, weekStart }
  const [next = today] = startsOn < today ? datesBetween(rhythm, today, addDays(today, 7 * everyWeeks)) : [startsOn]
  return { title, types: [...types], weekdays: [...weekdays], time, minutes, zone, everyWeeks, startsOn: next }
}

/** The rhythm of a draft, or null while it is not enough for dates. */
export function rhythmOf(
  { weekdays, time, startsOn, minutes, zone, everyWeeks }: ProposalDraft,
  weekStart: WeekStart,
): Rhythm | null {
  if (weekdays.length === 0 || !isWallTime(time) || !isDay(startsOn)) return null
  return { weekdays, time, startsOn, minutes, zone, everyWeeks, weekStart }
}

/** Adds a weekday or takes it out. The result is in order. */
export const toggleWeekday = (weekdays: readonly Weekday[], day: Weekday): Weekday[] =>
  (weekdays.includes(day) ? weekdays.filter((other) => other !== day) : [...weekdays, day]).sort((a, b) => a - b)
