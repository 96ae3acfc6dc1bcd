import 'server-only'
import { rowWithSealed, sealedColumns } from '@/lib/db/sealed-column'
import type { CoupleScope, Scope } from '@/lib/db/with-viewer'
import type { Input } from '@/lib/http/contract'
import { Problem } from '@/lib/http/problem'
import type { FeltStep, getPlan, RememberedPlan } from './contract'
import { readRitual } from '@/lib/rituals/reads'
import { plannedColumns, savedPlanOfRow } from './rows'
import { planNow } from './week-plans'

const stepOf = (felt: number): FeltStep => {
  const step = ([1, 2, 3, 4, 5, 6, 7] as const).find((known) => known === felt)
  if (!step) throw new Error(`No step of a plan's seven: ${felt}`)
  return step
}

/** Reads how a plan felt to the viewer; null if they did not say. */
export async function readOwnFelt({ db, viewer }: CoupleScope, planId: string): Promise<FeltStep | null> {
  const { coupleId, personId } = viewer
  const row = await db.felt.findFirst({ where: { coupleId, subject: planId, personId }, select: { felt: true } })
  return row && stepOf(row.felt)
}

/**
 * Reads a saved plan with how it felt and its lines, of the viewer's couple or a former one. Throws `not-found`. Three
 * statements, and one for a ritual's date that nobody took part in.
 */
export async function readRememberedPlan(
  scope: Scope,
  { id, coupleId: requestedId }: Input<typeof getPlan>,
): Promise<RememberedPlan> {
  const { db, viewer } = scope
  const { personId, coupleId: active } = viewer
  const coupleId = requestedId ?? active
  const row = coupleId === null ? null : await db.planned.findFirst({ where: { coupleId, id }, select: plannedColumns })
  if (coupleId === null || !row) throw new Problem('not-found')
  const saved = savedPlanOfRow(row)
  const { ritualId, tookPart } = saved
  const rituals = ritualId === null || tookPart.length > 0 ? [] : [await readRitual(scope, ritualId, coupleId)]
  const felt = await db.felt.findMany({
    where: { coupleId, subject: id },
    select: { personId: true, felt: true, revealedAt: true },
  })
  const lines = await db.planLine.findMany({
    where: { coupleId, planId: id },
    select: sealedColumns,
    orderBy: { personId: 'asc' },
  })
  // What a person said of a date is shown with their mark.
  const shown = felt.filter((row) => tookPart.includes(row.personId))
  const feltOf = (mine: boolean) =>
    shown.filter((row) => (row.personId === personId) === mine).map((row) => stepOf(row.felt))[0] ?? null
  return {
    plan: planNow(rituals, saved) ?? savedPlanOfRow(row),
    coupleId,
    felt: { mine: feltOf(true), partner: feltOf(false) },
    feltIsFinal: felt.some((row) => row.personId === personId && row.revealedAt !== null),
    lines: lines.map(rowWithSealed).filter((line) => line.personId === personId || tookPart.includes(line.personId)),
  }
}
