import 'server-only'
import { answerColumns, closenessOf } from '@/lib/check-ins/rows'
import type { Scope } from '@/lib/db/with-viewer'
import { Problem } from '@/lib/http/problem'
import { firstDayOf, lastDayOf, parseMonth, weeksOfMonth } from '@/lib/time/month'
import { isWeekStart } from '@/lib/time/week'
import { closingStateOf, type ClosingYes, type ClosingState } from './closing'
import type { MonthAnswer } from './contract'
import type { FormerMonthFacts, MonthKey } from './facts'
import { closingOf, keptOf, readChanges, readKeptPlans, readNotes, readClosingYeses } from './month-rows'

/**
 * The facts of a former couple's month: what was joint, and my own answers. Three statements. Throws not-found where
 * the couple is none that I was in, or is my active one.
 */
export async function readFormerMonthFacts(scope: Scope, { coupleId, month }: MonthKey): Promise<FormerMonthFacts> {
  const { personId, coupleId: activeCoupleId } = scope.viewer
  const couple =
    coupleId === activeCoupleId
      ? null
      : await scope.db.couple.findFirst({ where: { id: coupleId }, select: { weekStart: true } })
  if (!couple || !isWeekStart(couple.weekStart)) throw new Problem('not-found')
  const weeks = weeksOfMonth(month, couple.weekStart)
  const answers = await scope.db.checkIn.findMany({
    where: { coupleId, subject: { in: weeks.map(({ id }) => id) }, personId },
    select: { subject: true, ...answerColumns },
  })
  const plans = await readKeptPlans(scope, coupleId, month)
  return {
    month,
    mine: weeks.flatMap(({ id, first, last }) =>
      answers
        .filter(({ subject }) => subject === id)
        .map((row) => ({ week: id, first, last, answer: closenessOf(row) })),
    ),
    kept: keptOf(plans, [...new Set([personId, ...plans.map((plan) => plan.personId)])]),
  }
}

/**
 * What both agreed on; else my own newest version. What only the partner proposed was never agreed, so it is not
 * served.
 */
function closingStateFor(me: string, yeses: readonly ClosingYes[]): ClosingState | null {
  const current = closingStateOf(yeses)
  return current?.closed ? current : closingStateOf(yeses.filter(({ personId }) => personId === me))
}

/** A former couple's month with its sealed rows, for the viewer's device. Six statements. */
export async function readFormerMonth(scope: Scope, monthKey: MonthKey): Promise<MonthAnswer> {
  const { month, mine, kept } = await readFormerMonthFacts(scope, monthKey)
  const yeses = await readClosingYeses(scope, monthKey.coupleId, [month])
  const closing = closingStateFor(scope.viewer.personId, yeses.get(month) ?? [])
  const notes = await readNotes(scope, monthKey.coupleId, month)
  const changes = await readChanges(scope, monthKey.coupleId, new Map([[month, closing]]))
  return {
    month,
    first: firstDayOf(month),
    last: lastDayOf(month),
    weeks: mine.map(({ answer, ...week }) => ({ ...week, is: 'skipped', answers: [], mine: answer })),
    fed: [],
    kept: [...kept],
    ...notes,
    closing: closing && closingOf(closing, changes.get(month)),
    before: null,
  }
}

/** How many months of former couples a page lists. */
const FORMER_ON_PAGE = 60

/** A page of months, newest first, and the last of them where there are more. */
export type FormerMonths = Readonly<{ months: readonly MonthKey[]; next: MonthKey | null }>

/**
 * Reads a page of the months of former couples that hold something I may read, newest first. `after`: the `next` of the
 * page before. One statement.
 */
export async function readFormerMonths({ db }: Scope, after: MonthKey | null = null): Promise<FormerMonths> {
  const rows = await db.formerMonth.findMany({
    where: after
      ? { OR: [{ month: { lt: after.month } }, { month: after.month, coupleId: { gt: after.coupleId } }] }
      : {},
    orderBy: [{ month: 'desc' }, { coupleId: 'asc' }],
    take: FORMER_ON_PAGE + 1,
  })
  const months = rows.slice(0, FORMER_ON_PAGE).map(({ coupleId, month }) => ({ coupleId, month: parseMonth(month) }))
  return { months, next: rows.length > FORMER_ON_PAGE ? (months.at(-1) ?? null) : null }
}
