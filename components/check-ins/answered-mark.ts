import { marksOf, setMark } from '@/lib/local-marks'
import type { WeekId } from '@/lib/time/week'

const PREFIX = 'check-in-'

/** How many answered weeks a browser remembers: an older one is no surprise any more. */
const MOST = 4

/** Set in this browser while an own answer is saved, so that both answers are drawn once when they appear. */
export const answeredMark = (week: WeekId, uid: string) => `${PREFIX}${week}:${uid}`

/** Notes that this browser has shown a saved answer of a week. Never sent. */
export function noteAnswered(week: WeekId, uid: string): void {
  setMark(answeredMark(week, uid), true)
  for (const oldest of marksOf(PREFIX, uid).slice(0, -MOST)) setMark(oldest, false)
}
