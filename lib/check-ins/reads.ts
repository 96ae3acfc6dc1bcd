import 'server-only'
import { hopesSubject, readAnswered } from '@/lib/couples/reads'
import { hasCouple, type CoupleScope, type Scope } from '@/lib/db/with-viewer'
import { addDays, dayIn, type Month } from '@/lib/time/day'
import { parseWeek, weekOf, type WeekId } from '@/lib/time/week'
import type { CheckIn } from './contract'
import { answerColumns, closenessOf } from './rows'
import { isWeekOfCouple, isWeekOpen, lastDayToAnswer, weekLines, weeksOfToday, type WeekLine } from './week-open'

/** A week's check-in: mine, and my partner's once both have answered. One statement. */
export async function readCheckIn({ db, viewer }: CoupleScope, id: WeekId): Promise<CheckIn> {
  const { personId, coupleId, weekStart } = viewer
  const week = parseWeek(id, weekStart)
  const rows = await db.checkIn.findMany({
    where: { coupleId, subject: id },
    select: { personId: true, ...answerColumns },
  })
  const answerOf = (mine: boolean) =>
    rows.filter((row) => (row.personId === personId) === mine).map(closenessOf)[0] ?? null
  return {
    week: id,
    first: week.first,
    last: week.last,
    until: lastDayToAnswer(week, viewer),
    open: isWeekOpen(week, viewer),
    mine: answerOf(true),
    partner: answerOf(false),
  }
}

/**
 * What Today asks for: this week's and last week's check-ins, my hopes, and whether both have closed a month. One
 * statement, none without a partner.
 */
export async function readAskedToday(
  scope: Scope,
  month: Month | null,
): Promise<{ weeks: WeekLine[]; hopesMarked: boolean; monthClosed: boolean }> {
  if (!hasCouple(scope)) return { weeks: [], hopesMarked: false, monthClosed: false }
  const { weekStart, zone, now } = scope.viewer
  const weeks = weeksOfToday(dayIn(now, zone), weekStart).map(({ id }) => id)
  const revealedBySubject = await readAnswered(scope, [hopesSubject, ...weeks, ...(month === null ? [] : [month])])
  const answered = new Map([...revealedBySubject].map(([subject, shown]) => [subject, { shown }]))
  return {
    weeks: weekLines({ ...scope.viewer, answered }),
    hopesMarked: revealedBySubject.has(hopesSubject),
    monthClosed: month !== null && revealedBySubject.has(month),
  }
}

/** The week before this one; null where it is not one of the couple's. */
export function weekBefore({ viewer }: CoupleScope, id: WeekId): WeekId | null {
  const { weekStart, startedOn } = viewer
  const before = weekOf(addDays(parseWeek(id, weekStart).first, -1), weekStart)
  return isWeekOfCouple(before, startedOn) ? before.id : null
}
