// What this browser remembers of memories: which one it showed last, and which were put away. Marks hold random ids and a
// day, never a word, and are never sent.
import { isDay, addDays, type Day } from '@/lib/time/day'
import { isMarked, marksOf, setMark } from '@/lib/local-marks'

const SHOWN = 'memory-shown-'
const AWAY = 'memory-away-'

const awayMark = (id: string, uid: string): string => `${AWAY}${id}:${uid}`

/** Whether a memory was put away in this browser. */
export const isPutAway = (id: string, uid: string): boolean => isMarked(awayMark(id, uid))

/** Puts a memory away in this browser, or brings it back. Beyond the number of marks of a kind, the oldest may come back. */
export function putAway(id: string, uid: string, isAway: boolean): void {
  setMark(awayMark(id, uid), isAway)
}

/** Notes the memory that a day showed, in place of that of the day before. */
export function noteShown(id: string, day: Day, uid: string): void {
  const mark = `${SHOWN}${day}-${id}:${uid}`
  for (const earlier of marksOf(SHOWN, uid)) if (earlier !== mark) setMark(earlier, false)
  setMark(mark, true)
}

/** The id of the memory that this browser showed on the day before `today`; null for none. */
export function shownDayBefore(today: Day, uid: string): string | null {
  for (const mark of marksOf(SHOWN, uid)) {
    const day = mark.slice(SHOWN.length, SHOWN.length + 10)
    if (isDay(day) && day === addDays(today, -1)) return mark.slice(SHOWN.length + 11, -uid.length - 1)
  }
  return null
}
