import 'server-only'
import { columnOfDay, dayOfColumn } from '@/lib/db/day-column'
import type { Scope } from '@/lib/db/with-viewer'
import type { Answer, Input } from '@/lib/http/contract'
import type { getRitual, KeptDate, Ritual } from '@/lib/rituals/contract'
import { readHistory, readMeanings } from '@/lib/rituals/reads'
import type { Day } from '@/lib/time/day'
import type { Plan } from './contract'
import { readTouchedDates } from './reads'
import { markablePlans } from './upcoming-plans'

/** How many kept dates of a former ritual one page shows. */
const PAGE_SIZE = 50

/**
 * Reads a page of all dates of a ritual on which somebody took part, in the order of their original days, newest first.
 * `before`: only earlier ones, or null. `next`: the `before` of the next page, or null at the end. Two statements.
 */
export async function readAllKeptDates(
  { db }: Scope,
  { id, coupleId }: Ritual,
  before: Day | null,
): Promise<{ rows: KeptDate[]; next: Day | null }> {
  const tookPart = { tookPart: true }
  const found = await db.plan.findMany({
    where: {
      coupleId,
      ritualId: id,
      takingPart: { some: tookPart },
      ...(before !== null && { onDate: { lt: columnOfDay(before) } }),
    },
    orderBy: { onDate: 'desc' },
    take: PAGE_SIZE + 1,
    select: {
      id: true,
      onDate: true,
      plannedOn: true,
      takingPart: { where: tookPart, select: { personId: true }, orderBy: { personId: 'asc' } },
    },
  })
  const rows = found.slice(0, PAGE_SIZE).map(({ id: planId, onDate, plannedOn, takingPart }) => ({
    planId,
    onDate: dayOfColumn(onDate),
    plannedOn: dayOfColumn(plannedOn),
    tookPart: takingPart.map(({ personId }) => personId),
  }))
  return { rows, next: found.length > PAGE_SIZE ? (rows.at(-1)?.onDate ?? null) : null }
}

/**
 * Reads a ritual with its history, meanings and kept dates of the last month. Throws `not-found`. Three statements.
 */
export async function readWholeRitual(
  scope: Scope,
  { id, coupleId }: Input<typeof getRitual>,
): Promise<Answer<typeof getRitual>> {
  const { ritual, versions } = await readHistory(scope, id, coupleId)
  const meanings = await readMeanings(scope, ritual)
  const touched = await readTouchedDates(scope, ritual)
  return { ...ritual, versions, meanings, kept: keptOf(markablePlans(ritual, touched, scope.viewer)) }
}

/** The plans that somebody took part in, oldest first. */
const keptOf = (plans: readonly Plan[]): KeptDate[] =>
  plans
    .filter(({ tookPart }) => tookPart.length > 0)
    .map(({ id: planId, onDate, plannedOn, tookPart }) => ({ planId, onDate, plannedOn, tookPart }))
    .reverse()
