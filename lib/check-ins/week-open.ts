// When a week can be answered: from its first day to the end of the second day after it. Days are those of whoever answers, in
// their zone, so no clock is asked here.
import { addDays, type Day } from '@/lib/time/day'
import { weekOf, type Week, type WeekId, type WeekStart } from '@/lib/time/week'

/** Days after a week on which it can still be answered. */
const AFTER = 2

/** The last day on which a week can be answered. */
export const openUntil = ({ last }: Week): Day => addDays(last, AFTER)

/** Whether a week can be answered by somebody for whom it is `today`. */
export const isWeekOpen = (week: Week, today: Day): boolean => week.first <= today && today <= openUntil(week)

/** The weeks that can be answered today, oldest first: the one that holds today and, on its first two days, the one before. */
export function openWeeks(today: Day, weekStart: WeekStart): Week[] {
  const [before, now] = [weekOf(addDays(today, -AFTER), weekStart), weekOf(today, weekStart)]
  return before.id === now.id ? [now] : [before, now]
}

/** How an open week stands for me: to be answered, answered by me, or answered by both and shown. */
export type WeekLine = Readonly<{ week: Week; is: 'ask' | 'kept' | 'shown' }>

/**
 * What Today says of the open weeks. One is asked for at a time, the older first; one that ended before the two were two, on `paired`,
 * is not asked for at all. `answered` holds the weeks that I have answered, and whether both see them.
 */
export function weekLines(weeks: readonly Week[], paired: Day, answered: ReadonlyMap<WeekId, { shown: boolean }>): WeekLine[] {
  const lines = weeks.filter(({ last }) => last >= paired).map((week): WeekLine => {
    const mine = answered.get(week.id)
    return { week, is: !mine ? 'ask' : mine.shown ? 'shown' : 'kept' }
  })
  const asked = lines.find(({ is }) => is === 'ask')
  return lines.filter((line) => line.is !== 'ask' || line === asked)
}
