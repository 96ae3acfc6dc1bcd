import 'server-only'
import { answerColumns, closenessOf } from '@/lib/check-ins/rows'
import type { Scope } from '@/lib/db/with-viewer'
import { Problem } from '@/lib/http/problem'
import { firstDayOf, lastDayOf, parseMonth, weeksOfMonth } from '@/lib/time/month'
import { isWeekStart } from '@/lib/time/week'
import { closingStateOf, type ClosingYes, type ClosingState } from './closing'
import type { MonthAnswer } from './contract'
import type { FormerMonth, FormerMonthFacts } from './facts'
import { closingOf, keptOf, readChanges, readKeptPlans, readNotes, readClosingYeses } from './month-rows'

/** The facts of a month of a former couple: what was joint, and my own answers. Three statements; not-found where I was never in it, or am. */
export async function readFormerMonthFacts(scope: Scope, { coupleId, month }: FormerMonth): Promise<FormerMonthFacts> {
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

/** What both closed the month with; where they did not, my own newest version of it: what the other alone proposed was never agreed. */
function closingStateFor(me: string, yeses: readonly ClosingYes[]): ClosingState | null {
  const current = closingStateOf(yeses)
  return current?.closed ? current : closingStateOf(yeses.filter(({ personId }) => personId === me))
}

/** All of it that is served, as its device opens it. Six statements. */
export async function readFormerMonth(scope: Scope, monthKey: FormerMonth): Promise<MonthAnswer> {
  const { month, mine, kept } = await readFormerMonthFacts(scope, monthKey)
  const yeses = await readClosingYeses(scope, monthKey.coupleId, [month])
  const closing = closingStateFor(scope.viewer.personId, yeses.get(month) ?? [])
  const notes = await readNotes(scope, monthKey.coupleId, month)
  const changes = await readChanges(scope, monthKey.coupleId, [month])
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

/** The months of former couples in which something stands that I may read, newest first. One statement. */
export async function readFormerMonths({ db, viewer }: Scope): Promise<FormerMonth[]> {
  const { coupleId: ours } = viewer
  const rows = await db.coupleMonth.findMany({
    where: ours === null ? {} : { coupleId: { not: ours } },
    orderBy: [{ month: 'desc' }, { coupleId: 'asc' }],
  })
  return rows.map(({ coupleId, month }) => ({ coupleId, month: parseMonth(month) }))
}
