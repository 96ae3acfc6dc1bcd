import 'server-only'
import { selectClosings, selectKeptPlans } from '@/lib/db/plan-sql'
import { sealedOfColumn } from '@/lib/db/sealed-column'
import type { Scope } from '@/lib/db/with-viewer'
import { groupBy } from '@/lib/group-by'
import type { Month } from '@/lib/time/day'
import { firstDayOf, lastDayOf } from '@/lib/time/month'
import type { ClosingYes, ClosingState } from './closing'
import type { MonthChange, MonthClosing, HelpAnswer, MonthKept, MonthNote } from './contract'

/** Who took part in which plans of a month, by the plans' own days. One statement. */
export const readKeptPlans = (scope: Scope, coupleId: string, month: Month): Promise<KeptPlanRow[]> =>
  selectKeptPlans(scope, coupleId, firstDayOf(month), lastDayOf(month))

type KeptPlanRow = Awaited<ReturnType<typeof selectKeptPlans>>[number]

/** Groups rows into plans, in the order of the rows; those who took part follow the order of `people`. */
export function keptOf(rows: readonly KeptPlanRow[], people: readonly string[]): MonthKept[] {
  return [...groupBy(rows, ({ planId }) => planId).values()].flatMap((marks) => {
    const [first] = marks
    if (!first) return []
    const { planId, ritualId, title, day } = first
    const tookPart = people.filter((person) => marks.some(({ personId }) => personId === person))
    return [{ planId, ritualId, title, day, tookPart }]
  })
}

/** The closing rows of some months of a couple, by month. One statement. */
export const readClosingYeses = async (
  scope: Scope,
  coupleId: string,
  months: readonly Month[],
): Promise<ReadonlyMap<string, ClosingYes[]>> =>
  groupBy(await selectClosings(scope, coupleId, months), ({ month }) => month)

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
