// When the spare page is asked about: on Today, as a quiet line, or before the first share. At most one of them a day.
import { isDay, type Day } from '@/lib/time/day'

/** Where it is asked. */
export type SpareQuestionPlace = 'today' | 'share'

/** The last day on which this browser asked, and where. */
export type SpareQuestion = Readonly<{ day: Day; place: SpareQuestionPlace }>

/** Whether it can be asked here: no other place asked on this day. */
export const canAskAboutSpare = (last: SpareQuestion | null, { day, place }: SpareQuestion): boolean =>
  last === null || last.day !== day || last.place === place

/** How the marks of the question begin. */
export const SPARE_ASKED = 'spare-asked:'

/** The mark of a question in this browser, for one person. */
export const spareQuestionMark = (uid: string, { day, place }: SpareQuestion): string =>
  `${SPARE_ASKED}${day}:${place}:${uid}`

/** Reads the last question to a person from the marks of it, if there is one. */
export function lastSpareQuestion(marks: readonly string[]): SpareQuestion | null {
  const found = marks.flatMap((mark) => {
    const [day = '', place] = mark.slice(SPARE_ASKED.length).split(':')
    return isDay(day) && (place === 'today' || place === 'share') ? [{ day, place } as const] : []
  })
  return found.toSorted((a, b) => (a.day < b.day ? 1 : -1))[0] ?? null
}
