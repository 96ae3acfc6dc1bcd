import 'server-only'
import { columnOfDay, dayOfColumn } from '@/lib/db/day-column'
import { sealedOfColumn } from '@/lib/db/sealed-column'
import type { Scope } from '@/lib/db/with-viewer'
import { groupBy } from '@/lib/group-by'
import type { Month } from '@/lib/time/day'
import { firstDayOf, lastDayOf } from '@/lib/time/month'
import type { ClosingYes, ClosingState } from './closing'
import type { MonthChange, MonthClosing, HelpAnswer, MonthKept, MonthNote } from './contract'

/** The days of a month as a condition of a query. */
const daysOf = (month: Month) => ({ gte: columnOfDay(firstDayOf(month)), lte: columnOfDay(lastDayOf(month)) })

/** Who took part in which plans of a month, by the plans' own days. One statement. */
export const readKeptPlans = ({ db }: Scope, coupleId: string, month: Month): Promise<KeptPlanRow[]> =>
  db.keptPlan.findMany({ where: { coupleId, day: daysOf(month) }, orderBy: [{ day: 'asc' }, { planId: 'asc' }] })

type KeptPlanRow = { planId: string; ritualId: string | null; title: string; day: Date; personId: string }

/** Groups rows into plans, in the order of the rows; those who took part follow the order of `people`. */
export function keptOf(rows: readonly KeptPlanRow[], people: readonly string[]): MonthKept[] {
  return [...groupBy(rows, ({ planId }) => planId).values()].flatMap((marks) => {
    const [first] = marks
    if (!first) return []
    const { planId, ritualId, title, day } = first
    const tookPart = people.filter((person) => marks.some(({ personId }) => personId === person))
    return [{ planId, ritualId, title, day: dayOfColumn(day), tookPart }]
  })
}

/** The closing rows of some months of a couple, by month. One statement. */
export async function readClosingYeses(
  { db }: Scope,
  coupleId: string,
  months: readonly Month[],
): Promise<ReadonlyMap<string, ClosingYes[]>> {
  const rows = await db.monthClosing.findMany({
    where: { coupleId, month: { in: [...months] } },
    orderBy: { number: 'asc' },
    select: { month: true, number: true, personId: true, closes: true, focus: true, withChange: true },
  })
  return groupBy(rows, ({ month }) => month)
}

/** My notes of a month, and my partner's once both are in. One statement. */
export async function readNotes(
  { db }: Scope,
  coupleId: string,
  month: Month,
): Promise<{ notes: MonthNote[]; revealed: boolean }> {
  const rows = await db.monthNote.findMany({
    where: { coupleId, subject: month },
    orderBy: { personId: 'asc' },
    select: { personId: true, id: true, rev: true, sealed: true, revealedAt: true },
  })
  return {
    notes: rows.map(({ personId, id, rev, sealed }) => ({ personId, id, rev, sealed: sealedOfColumn(sealed) })),
    revealed: rows.some(({ revealedAt }) => revealedAt !== null),
  }
}

/**
 * The small changes of some months' current versions, by month: no other version's is read, however many there were. One
 * statement, none where no version has a change.
 */
export async function readChanges(
  { db }: Scope,
  coupleId: string,
  closings: ReadonlyMap<Month, ClosingState | null>,
): Promise<ReadonlyMap<string, MonthChange>> {
  const current = [...closings].flatMap(([month, closing]) =>
    closing?.version.withChange ? [{ month, number: closing.version.number }] : [],
  )
  if (current.length === 0) return new Map()
  const rows = await db.monthChange.findMany({
    where: { coupleId, OR: current },
    select: { month: true, number: true, personId: true, id: true, sealed: true },
  })
  return new Map(
    rows.map(({ month, personId, sealed, ...row }) => [
      month,
      { ...row, authorId: personId, sealed: sealedOfColumn(sealed) },
    ]),
  )
}

/** The current version, with its small change where that is served. */
export const closingOf = (
  { version: { number, personId, focus, withChange }, closed }: ClosingState,
  change: MonthChange | null = null,
): MonthClosing => ({
  number,
  personId,
  focus,
  withChange,
  change,
  closed,
})

/** Whether a month's small change helped: my answer, and my partner's once both have answered. One statement. */
export async function readHelpAnswers(
  { db }: Scope,
  coupleId: string,
  month: Month,
  me: string,
): Promise<{ mine: HelpAnswer | null; partner: HelpAnswer | null }> {
  const rows = await db.monthHelp.findMany({
    where: { coupleId, subject: month },
    select: { personId: true, answer: true },
  })
  const answerOf = (mine: boolean) => rows.find(({ personId }) => (personId === me) === mine)?.answer ?? null
  return { mine: answerOf(true), partner: answerOf(false) }
}
