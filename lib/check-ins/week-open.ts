// When a week can be answered: from its first day to the end of the second day after it. Days are the viewer's, in
// their zone, so nothing in this file reads a clock.
import { addDays, type Day } from '@/lib/time/day'
import { weeksUpTo, type Week, type WeekStart } from '@/lib/time/week'

/** For so many days after a week, it can still be answered. */
const DAYS_OPEN_AFTER = 2

/** The last day on which a week can be answered. */
export const openUntil = ({ last }: Week): Day => addDays(last, DAYS_OPEN_AFTER)

/** Whether a person whose local day is `today` can answer the week. */
export const isWeekOpen = (week: Week, today: Day): boolean => week.first <= today && today <= openUntil(week)

/** A week on Today: to be answered, answered by me, or answered by both and shown. */
export type WeekLine = Readonly<{ week: Week; is: 'ask' | 'kept' | 'shown' }>

type WeekAnswers = Readonly<{
  today: Day
  weekStart: WeekStart
  paired: Day
  answered: ReadonlyMap<string, { shown: boolean }>
}>

/**
 * The two weeks that Today can show, oldest first: the one that holds today and the one before. No other can be open.
 */
export const weeksOfToday = (today: Day, weekStart: WeekStart): Week[] => weeksUpTo(today, weekStart, 2)

/**
 * The lines that Today shows. It asks for one week at a time, the older first, and for none that ended before the
 * couple paired. A week that both answered stays while it is one of the two weeks, since the partner's last day may end
 * after mine. `answered` holds the weeks that I have answered, and whether both answers are revealed.
 */
export function weekLines({ today, weekStart, paired, answered }: WeekAnswers): WeekLine[] {
  const lines = weeksOfToday(today, weekStart)
    .filter(({ last }) => last >= paired)
    .flatMap((week): WeekLine[] => {
      const mine = answered.get(week.id)
      if (mine?.shown) return [{ week, is: 'shown' }]
      return isWeekOpen(week, today) ? [{ week, is: mine ? 'kept' : 'ask' }] : []
    })
  const oldestOpen = lines.find(({ is }) => is === 'ask')
  return lines.filter((line) => line.is !== 'ask' || line === oldestOpen)
}
