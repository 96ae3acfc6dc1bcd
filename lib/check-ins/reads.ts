import 'server-only'
import { hopesSubject, readAnswered } from '@/lib/couples/reads'
import { hasCouple, type CoupleScope, type Scope } from '@/lib/db/with-viewer'
import { addDays, dayIn, type Month } from '@/lib/time/day'
import { parseWeek, weekOf, type WeekId } from '@/lib/time/week'
import { chooseAskedToday, type AskedToday } from './asked-today'
import type { CheckIn } from './contract'
import { answerColumns, closenessOf } from './rows'
import { isWeekOfCouple, isWeekOpen, lastDayToAnswer, weekLines, weeksOfToday } from './week-open'

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
 * What Today asks for: a check-in of this week or the last, my hopes, and a month that is near its end and that we have not closed. One
 * statement, none without a partner.
 */
export async function readAskedToday(scope: Scope, month: Month | null): Promise<AskedToday> {
  if (!hasCouple(scope)) return { week: null, revealed: null, month: null, hopes: false }
  const { weekStart, zone, now, startedOn } = scope.viewer
  const today = dayIn(now, zone)
  const weeks = weeksOfToday(today, weekStart).map(({ id }) => id)
  const revealedBySubject = await readAnswered(scope, [hopesSubject, ...weeks, ...(month === null ? [] : [month])])
  const answered = new Map([...revealedBySubject].map(([subject, shown]) => [subject, { shown }]))
  return chooseAskedToday({
    weeks: weekLines({ ...scope.viewer, answered }),
    month: month !== null && revealedBySubject.has(month) ? null : month,
    hopesMarked: revealedBySubject.has(hopesSubject),
    startedOn,
    today,
  })
}

/** The week before this one; null where it is not one of the couple's. */
export function weekBefore({ viewer }: CoupleScope, id: WeekId): WeekId | null {
  const { weekStart, startedOn } = viewer
  const before = weekOf(addDays(parseWeek(id, weekStart).first, -1), weekStart)
  return isWeekOfCouple(before, startedOn) ? before.id : null
}
