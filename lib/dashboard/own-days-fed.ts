// The private layer of Lately: on how many days of each week a person wrote private pages of each type. It is counted on
// the device, from pages that only their writer can open. The rules: docs/numbers.md, "The private layer".
import { INTIMACY_TYPES, type IntimacyType } from '@/lib/intimacy/intimacy-type'
import type { Day } from '@/lib/time/day'
import type { Week } from '@/lib/time/week'
import { bloomStep, daysAsCouple, firstBloomDay, type BloomStep } from './days-fed'

export type OwnTypeDays = Readonly<{
  type: IntimacyType
  /** The days (0 to 7) of each week, oldest first. */
  perWeek: readonly number[]
  /** The days of the last 28 (0 to 28). */
  lastDays: number
  step: BloomStep
}>

export type OwnDaysFed = Readonly<{
  weeks: readonly Week[]
  /**
   * The day before which a week without marks says nothing: the journal began then, or its earlier pages are not all
   * known. Null: no such week says anything.
   */
  quietFrom: Day | null
  types: readonly OwnTypeDays[]
  /** Whether all pages of these weeks are known. Else nothing may be said of what is not there. */
  isWhole: boolean
  /** Whether there is any page in these weeks, with types or without. */
  hasPages: boolean
}>

export type OwnWindow = Readonly<{
  /** Oldest first; the last one holds `today`. */
  weeks: readonly Week[]
  today: Day
  /** The day of the first page of all, if known. */
  firstDay: Day | null
  /** The day from which on all pages are known; null where none is. */
  wholeFrom: Day | null
}>

/** The first day that a picture of these weeks needs: that of all its weeks, and of the last 28 days. */
export function firstDayNeeded({ weeks, today }: Pick<OwnWindow, 'weeks' | 'today'>): Day {
  const bloom = firstBloomDay(today)
  const strip = weeks.at(0)?.first ?? bloom
  return bloom < strip ? bloom : strip
}

/**
 * Counts the days on which pages of each type were written. Two pages of one day are one day; a page with two types
 * counts for both. Days outside the picture are left out.
 */
export function ownDaysFed(
  pages: readonly Readonly<{ day: Day; types: readonly IntimacyType[] }>[],
  { weeks, today, firstDay, wholeFrom }: OwnWindow,
): OwnDaysFed {
  const last = weeks.at(-1)?.last ?? today
  const first = firstDayNeeded({ weeks, today })
  const shown = pages.filter(({ day }) => first <= day && day <= last)
  const bloomFirst = firstBloomDay(today)
  const daysThatWere = daysAsCouple(bloomFirst, today, firstDay ?? bloomFirst)
  const types = INTIMACY_TYPES.map((type): OwnTypeDays => {
    const days = [...new Set(shown.filter((page) => page.types.includes(type)).map(({ day }) => day))]
    const between = (start: Day, end: Day) => days.filter((day) => start <= day && day <= end).length
    const lastDays = between(bloomFirst, last)
    return {
      type,
      perWeek: weeks.map((week) => between(week.first, week.last)),
      lastDays,
      step: bloomStep(lastDays, daysThatWere),
    }
  })
  const quietFrom = wholeFrom === null || firstDay === null || firstDay < wholeFrom ? wholeFrom : firstDay
  return { weeks, quietFrom, types, isWhole: wholeFrom !== null && wholeFrom <= first, hasPages: shown.length > 0 }
}

/** What the sentence above the picture says. */
export type OwnSentence =
  | Readonly<{ key: 'nothingYet' | 'noTypes' | 'quietLately' }>
  /** The types of the last 28 days, in product order. */
  | Readonly<{ key: 'about'; types: readonly IntimacyType[] }>

/** Chooses the sentence: it names types, and compares nothing. None where it could only say that something is missing. */
export function ownSentence({ types, hasPages, isWhole }: OwnDaysFed): OwnSentence | null {
  const lately = types.filter(({ lastDays }) => lastDays > 0).map(({ type }) => type)
  if (lately.length > 0) return { key: 'about', types: lately }
  if (!isWhole) return null
  if (!hasPages) return { key: 'nothingYet' }
  return { key: types.some(({ perWeek }) => perWeek.some((days) => days > 0)) ? 'quietLately' : 'noTypes' }
}
