import 'server-only'
import { rowWithSealed, sealedColumns } from '@/lib/db/sealed-column'
import type { Scope } from '@/lib/db/with-viewer'
import type { Input } from '@/lib/http/contract'
import { Problem } from '@/lib/http/problem'
import type { FeltStep, getPlan, RememberedPlan } from './contract'
import { plannedColumns, planOfRow } from './rows'

const stepOf = (felt: number): FeltStep => {
  const step = ([1, 2, 3, 4, 5, 6, 7] as const).find((known) => known === felt)
  if (!step) throw new Error('A plan feels like one of seven steps.')
  return step
}

/** A plan that was touched and what was kept of it, of my couple or of another I was ever in. Three statements; not-found for all else. */
export async function readRememberedPlan(
  { db, viewer }: Scope,
  { id, coupleId: requestedId }: Input<typeof getPlan>,
): Promise<RememberedPlan> {
  const { personId, coupleId: active } = viewer
  const coupleId = requestedId ?? active
  const row = coupleId === null ? null : await db.planned.findFirst({ where: { coupleId, id }, select: plannedColumns })
  if (coupleId === null || !row) throw new Problem('not-found')
  const felt = await db.felt.findMany({ where: { coupleId, subject: id }, select: { personId: true, felt: true } })
  const lines = await db.planLine.findMany({
    where: { coupleId, planId: id },
    select: sealedColumns,
    orderBy: { personId: 'asc' },
  })
  const feltOf = (mine: boolean) =>
    felt.filter((row) => (row.personId === personId) === mine).map((row) => stepOf(row.felt))[0] ?? null
  return {
    plan: planOfRow(row),
    coupleId,
    felt: { mine: feltOf(true), partner: feltOf(false) },
    lines: lines.map(rowWithSealed),
  }
}
