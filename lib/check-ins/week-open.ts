// When a week can be answered: from its first day to the end of the second day after it. Days are those of whoever answers, in
// their zone, so no clock is asked here.
import { addDays, type Day } from '@/lib/time/day'
import { weeksUpTo, type Week, type WeekStart } from '@/lib/time/week'

/** Days after a week on which it can still be answered. */
const DAYS_OPEN_AFTER = 2

/** The last day on which a week can be answered. */
export const openUntil = ({ last }: Week): Day => addDays(last, DAYS_OPEN_AFTER)

/** Whether a week can be answered by somebody for whom it is `today`. */
export const isWeekOpen = (week: Week, today: Day): boolean => week.first <= today && today <= openUntil(week)

/** How a week stands for me: to be answered, answered by me, or answered by both and shown. */
export type WeekLine = Readonly<{ week: Week; is: 'ask' | 'kept' | 'shown' }>

type WeekAnswers = Readonly<{
  today: Day
  weekStart: WeekStart
  paired: Day
  answered: ReadonlyMap<string, { shown: boolean }>
}>

/** The weeks that Today may say something of, oldest first: the one that holds today and the one before. No other can be answered. */
export const weeksOfToday = (today: Day, weekStart: WeekStart): Week[] => weeksUpTo(today, weekStart, 2)

/**
 * What Today says of them. One is asked for at a time, the older first; one that ended before the two were two, on `paired`, is not
 * asked for at all. What both answered is told for as long as its week is one of the two, since the other's last day may end after mine.
 * `answered` holds the weeks that I have answered, and whether both see them.
 */
export function weekLines({ today, weekStart, paired, answered }: WeekAnswers): WeekLine[] {
  const lines = weeksOfToday(today, weekStart)
    .filter(({ last }) => last >= paired)
    .flatMap((week): WeekLine[] => {
      const mine = answered.get(week.id)
      if (mine?.shown) return [{ week, is: 'shown' }]
      return isWeekOpen(week, today) ? [{ week, is: mine ? 'kept' : 'ask' }] : []
    })
  const asked = lines.find(({ is }) => is === 'ask')
  return lines.filter((line) => line.is !== 'ask' || line === asked)
}
