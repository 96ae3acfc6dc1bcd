// When a week can be answered: from its first day to the end of the second day after it. Days are the viewer's own, so
// nothing in this file reads a clock (docs/numbers.md, "The check-in window").
import { addDays, dayIn, monthOfDay, type Day } from '@/lib/time/day'
import { zoneAtEndOf, type ZoneHistory } from '@/lib/time/past-zones'
import { instantOf, parseWallTime } from '@/lib/time/wall-time'
import { monthOfWeek, weeksUpTo, type Week, type WeekStart } from '@/lib/time/week'

/** For so many days after a week, it can still be answered. */
const DAYS_OPEN_AFTER = 2

/** Who answers, and when: a viewer of a couple is one. */
type Answerer = ZoneHistory & Readonly<{ startedOn: Day; now: Date }>

/** The second day after a week: on every calendar, the last day on which it can be answered. */
export const openUntil = ({ last }: Week): Day => addDays(last, DAYS_OPEN_AFTER)

/**
 * Whether a week is one of the couple's: it did not end before they paired, and a month of theirs shows it. The others
 * can't be answered, and no list has them.
 */
export const isWeekOfCouple = (week: Week, startedOn: Day): boolean =>
  week.last >= startedOn && monthOfWeek(week) >= monthOfDay(startedOn)

/**
 * Whether a person can answer the week now: in their present zone, and in the one that they had at the week's end, so
 * that a week which has closed does not open again by travelling.
 */
export function isWeekOpen(week: Week, answerer: Answerer): boolean {
  const { zone, startedOn, now } = answerer
  const [today, todayThere] = [dayIn(now, zone), dayIn(now, zoneAtEndOf(week.last, answerer))]
  const until = openUntil(week)
  return isWeekOfCouple(week, startedOn) && week.first <= today && today <= until && todayThere <= until
}

/** The last of the person's own days on which they can answer the week. */
export function lastDayToAnswer(week: Week, answerer: ZoneHistory): Day {
  const until = openUntil(week)
  const closesThere = instantOf(addDays(until, 1), parseWallTime('00:00'), zoneAtEndOf(week.last, answerer))
  const lastThere = dayIn(new Date(closesThere.getTime() - 1), answerer.zone)
  return lastThere < until ? lastThere : until
}

/** A week on Today: to be answered, answered by me, or answered by both and shown. `until` is my last day for it. */
export type WeekLine = Readonly<{ week: Week; is: 'ask' | 'kept' | 'shown'; until: Day }>

type WeekAnswers = Answerer & Readonly<{ weekStart: WeekStart; answered: ReadonlyMap<string, { shown: boolean }> }>

/**
 * The two weeks that Today can show, oldest first: the one that holds today and the one before. No other can be open.
 */
export const weeksOfToday = (today: Day, weekStart: WeekStart): Week[] => weeksUpTo(today, weekStart, 2)

/**
 * The lines that Today shows. It asks for one week at a time, the older first, and for none that is not the couple's. A
 * week that both answered stays while it is one of the two weeks, since the partner's last day may end after mine.
 * `answered` holds the weeks that I have answered, and whether both answers are revealed.
 */
export function weekLines({ weekStart, answered, ...answerer }: WeekAnswers): WeekLine[] {
  const lines = weeksOfToday(dayIn(answerer.now, answerer.zone), weekStart)
    .filter((week) => isWeekOfCouple(week, answerer.startedOn))
    .flatMap((week): WeekLine[] => {
      const mine = answered.get(week.id)
      const until = lastDayToAnswer(week, answerer)
      if (mine?.shown) return [{ week, is: 'shown', until }]
      return isWeekOpen(week, answerer) ? [{ week, is: mine ? 'kept' : 'ask', until }] : []
    })
  const oldestOpen = lines.find(({ is }) => is === 'ask')
  return lines.filter((line) => line.is !== 'ask' || line === oldestOpen)
}
