import 'server-only'
import { rowWithSealed, sealedColumns } from '@/lib/db/sealed-column'
import type { Scope } from '@/lib/db/with-viewer'
import type { Input } from '@/lib/http/contract'
import { Problem } from '@/lib/http/problem'
import type { FeltStep, getPlan, RememberedPlan } from './contract'
import { plannedColumns, planOfRow } from './rows'

const stepOf = (felt: number): FeltStep => {
  const step = ([1, 2, 3, 4, 5, 6, 7] as const).find((known) => known === felt)
  if (!step) throw new Error(`No step of a plan's seven: ${felt}`)
  return step
}

/**
 * Reads a saved plan with how it felt and its lines, of the viewer's couple or a former one. Throws `not-found`. Three
 * statements.
 */
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
