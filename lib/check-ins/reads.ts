import 'server-only'
import { hopesSubject, readAnswered } from '@/lib/couples/reads'
import { hasCouple, type CoupleScope, type Scope } from '@/lib/db/with-viewer'
import { addDays, dayIn } from '@/lib/time/day'
import { parseWeek, weekOf, type WeekId } from '@/lib/time/week'
import type { CheckIn } from './contract'
import { answerColumns, closenessOf } from './rows'
import { isWeekOpen, openUntil, weekLines, weeksOfToday, type WeekLine } from './week-open'

/** A week's check-in: mine, and my partner's once both have answered. One statement. */
export async function readCheckIn({ db, viewer }: CoupleScope, id: WeekId): Promise<CheckIn> {
  const { personId, coupleId, weekStart, zone, now } = viewer
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
    until: openUntil(week),
    open: isWeekOpen(week, dayIn(now, zone)),
    mine: answerOf(true),
    partner: answerOf(false),
  }
}

/**
 * The blind rows that Today shows: this week's and last week's check-ins, and whether I have marked my hopes. One
 * statement, none without a partner.
 */
export async function readBlindToday(scope: Scope): Promise<{ weeks: WeekLine[]; hopesMarked: boolean }> {
  if (!hasCouple(scope)) return { weeks: [], hopesMarked: false }
  const { weekStart, pairedAt, zone, now } = scope.viewer
  const today = dayIn(now, zone)
  const revealedBySubject = await readAnswered(scope, [
    hopesSubject,
    ...weeksOfToday(today, weekStart).map(({ id }) => id),
  ])
  const answered = new Map([...revealedBySubject].map(([subject, shown]) => [subject, { shown }]))
  return {
    weeks: weekLines({ today, weekStart, paired: dayIn(pairedAt, zone), answered }),
    hopesMarked: revealedBySubject.has(hopesSubject),
  }
}

/** The week before this one; null where it ended before the couple paired. */
export function weekBefore({ viewer }: CoupleScope, id: WeekId): WeekId | null {
  const { weekStart, pairedAt, zone } = viewer
  const before = weekOf(addDays(parseWeek(id, weekStart).first, -1), weekStart)
  return before.last >= dayIn(pairedAt, zone) ? before.id : null
}
