import 'server-only'
import { columnOfSealed, sealedOfColumn } from '@/lib/db/sealed-column'
import type { CoupleScope, Scope } from '@/lib/db/with-viewer'
import type { Answer, Input } from '@/lib/http/contract'
import { Problem } from '@/lib/http/problem'
import type { FeltStep, getPlan, Keeping, Plan, putFelt, putLine } from './contract'
import { canMarkPlan } from './planned-start'
import { plannedColumns, planOfRow } from './rows'

const stepOf = (felt: number): FeltStep => {
  const step = ([1, 2, 3, 4, 5, 6, 7] as const).find((known) => known === felt)
  if (!step) throw new Error('A plan feels like one of seven steps.')
  return step
}

/** A plan that was touched and what was kept of it, of my couple or of another I was ever in. Three statements; not-found for all else. */
export async function readKeeping(
  { db, viewer }: Scope,
  { id, coupleId: requestedId }: Input<typeof getPlan>,
): Promise<Keeping> {
  const { personId, coupleId: active } = viewer
  const coupleId = requestedId ?? active
  const row = coupleId === null ? null : await db.planned.findFirst({ where: { coupleId, id }, select: plannedColumns })
  if (coupleId === null || !row) throw new Problem('not-found')
  const felt = await db.felt.findMany({ where: { coupleId, subject: id }, select: { personId: true, felt: true } })
  const lines = await db.planLine.findMany({
    where: { coupleId, planId: id },
    select: { id: true, personId: true, rev: true, sealed: true },
    orderBy: { personId: 'asc' },
  })
  const of = (mine: boolean) =>
    felt.filter((said) => (said.personId === personId) === mine).map((said) => stepOf(said.felt))[0] ?? null
  return {
    plan: planOfRow(row),
    coupleId,
    felt: { mine: of(true), partner: of(false) },
    lines: lines.map((line) => ({ ...line, sealed: sealedOfColumn(line.sealed) })),
  }
}

/** Keeps how a plan felt to me. It shows to the other, and stays as it is, once both have said it; the same again is answered as it stands. */
export async function keepFelt(
  scope: CoupleScope,
  { id, felt }: Input<typeof putFelt>,
): Promise<Answer<typeof putFelt>> {
  const before = await readKeeping(scope, { id })
  if (before.felt.mine === felt) return before
  const { coupleId } = before
  const { personId } = demandPart(scope, before.plan)
  const key = { coupleId, subject: id, personId }
  const { count } = await scope.db.felt.createMany({ skipDuplicates: true, data: [{ ...key, felt }] })
  const changed = count === 1 ? count : (await scope.db.felt.updateMany({ where: key, data: { felt } })).count
  const after = await readKeeping(scope, { id })
  if (changed === 0 && after.felt.mine !== felt) throw new Problem('already-revealed')
  return after
}

/** Keeps my line: the first version, or the one after what stands. The same bytes again are answered as kept. */
export async function keepLine(
  scope: CoupleScope,
  { id: planId, lineId: id, rev, sealed: bytes }: Input<typeof putLine>,
): Promise<Answer<typeof putLine>> {
  const { plan, coupleId, lines } = await readKeeping(scope, { id: planId })
  const { personId, now } = demandPart(scope, plan)
  const sealed = columnOfSealed(bytes)
  const { count } =
    rev === 1
      ? await scope.db.planLine.createMany({
          skipDuplicates: true,
          data: [{ coupleId, planId, personId, id, rev, sealed, writtenAt: now }],
        })
      : await scope.db.planLine.updateMany({
          where: { coupleId, planId, personId, id, rev: rev - 1 },
          data: { rev, sealed, writtenAt: now },
        })
  if (count === 1) return { id, personId, rev, sealed: bytes }
  const current =
    lines.find((line) => line.personId === personId) ??
    (await readKeeping(scope, { id: planId })).lines.find((line) => line.personId === personId)
  if (!current) throw new Problem('version-changed')
  if (current.id === id && current.rev === rev && current.sealed === bytes) return current
  throw new Problem('version-changed', { current })
}

/** What is kept of a plan is kept by who took part in it, from its day on, up to 31 days late. */
function demandPart({ viewer }: CoupleScope, plan: Plan): { personId: string; now: Date } {
  const { personId, zone, now } = viewer
  if (!plan.tookPart.includes(personId)) throw new Problem('not-found')
  if (!canMarkPlan(plan, zone, now)) throw new Problem('day-out-of-range')
  return { personId, now }
}
