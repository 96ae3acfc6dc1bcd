// The form of a proposal, or of other terms.
import type { IntimacyType } from '@/lib/intimacy/intimacy-type'
import { addDays, isDay, type Day, type Weekday } from '@/lib/time/day'
import { isWallTime } from '@/lib/time/wall-time'
import type { WeekStart } from '@/lib/time/week'
import type { Zone } from '@/lib/time/zone'
import { byClockOf } from './own-clock'
import { datesBetween, type EveryWeeks, type Rhythm } from './recurrence'
import type { ChosenTerms } from './terms'
import { titleOf } from './title'

/**
 * The values of the fields. Days and times are by the clock of the person who types, and may be half typed; `zone` is
 * the one that the ritual keeps.
 */
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

/** Who fills in the form: their zone and day, and the couple's weeks. */
export type ProposalWriter = Readonly<{ zone: Zone; today: Day; weekStart: WeekStart }>

/** A field that still has to be filled in. */
export type ProposalGap = 'title' | 'types' | 'weekdays' | 'time' | 'startsOn'

/**
 * The terms of a draft, or null and the gaps in the order of the fields. They may begin today at the earliest. `saved`: the
 * title that the draft began with.
 */
export function proposalOf(
  draft: ProposalDraft,
  writer: ProposalWriter,
  saved?: string,
): Readonly<{ gaps: readonly ProposalGap[]; terms: ChosenTerms | null }> {
  const { title, types, weekdays, time, startsOn } = draft
  const gaps: ProposalGap[] = []
  if (weekdays.length === 0) gaps.push('weekdays')
  if (!isWallTime(time)) gaps.push('time')
  if (title.trim() === '') gaps.push('title')
  if (types.length === 0) gaps.push('types')
  if (!isDay(startsOn) || startsOn < writer.today || startsOn > '2199-12-31') gaps.push('startsOn')
  const rhythm = gaps.length > 0 ? null : rhythmOf(draft, writer)
  if (!rhythm) return { gaps, terms: null }
  const { weekStart: _, ...chosen } = rhythm
  return { gaps, terms: { ...chosen, weekdays: [...chosen.weekdays], title: titleOf(title, saved), types } }
}

/**
 * Makes the draft of other terms from the current ones, by the writer's clock. It begins on their first day or, if that
 * has passed, on their next date, so that a ritual of every second or fourth week keeps its weeks.
 */
export function draftOf(
  { title, types, weekdays, time, minutes, zone, everyWeeks, startsOn, weekStart }: ChosenTerms & Rhythm,
  writer: ProposalWriter,
): ProposalDraft {
  const { today } = writer
  const rhythm: Rhythm = { weekdays, time, minutes, zone, everyWeeks, startsOn, weekStart }
  // twice the weeks, as a day in the ritual's zone can be over in the writer's
  const days = [startsOn, ...datesBetween(rhythm, today, addDays(today, 14 * everyWeeks))]
  const own = days
    .filter((day) => day >= today)
    .map((day) => byClockOf({ ...rhythm, startsOn: day }, writer.zone))
    .find((moved) => moved.startsOn >= today)
  return {
    title,
    types: [...types],
    weekdays: [...(own ?? rhythm).weekdays],
    time: (own ?? rhythm).time,
    minutes,
    zone,
    everyWeeks,
    startsOn: own?.startsOn ?? today,
  }
}

/** The rhythm of a draft in the ritual's zone, or null while it is not enough for dates. */
export function rhythmOf(draft: ProposalDraft, writer: ProposalWriter): Rhythm | null {
  const own = ownRhythmOf(draft, writer)
  return own && byClockOf(own, draft.zone)
}

/** The rhythm of a draft by the writer's clock, as it was typed; null while it is not enough for dates. */
export function ownRhythmOf(
  { weekdays, time, startsOn, minutes, everyWeeks }: ProposalDraft,
  { zone, weekStart }: ProposalWriter,
): Rhythm | null {
  if (weekdays.length === 0 || !isWallTime(time) || !isDay(startsOn)) return null
  return { weekdays, time, startsOn, minutes, zone, everyWeeks, weekStart }
}

/** Adds a weekday or takes it out. The result is in order. */
export const toggleWeekday = (weekdays: readonly Weekday[], day: Weekday): Weekday[] =>
  (weekdays.includes(day) ? weekdays.filter((other) => other !== day) : [...weekdays, day]).sort((a, b) => a - b)
