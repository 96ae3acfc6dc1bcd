import 'server-only'
import { columnOfSealed, rowWithSealed, sealedColumns } from '@/lib/db/sealed-column'
import type { CoupleScope } from '@/lib/db/with-viewer'
import type { Answer, Input } from '@/lib/http/contract'
import { keepVersion } from '@/lib/http/keep-version'
import { Problem } from '@/lib/http/problem'
import type { Plan, putFelt, putLine } from './contract'
import { readRememberedPlan } from './remembered-plan-reads'
import { canMarkPlan } from './planned-start'

/**
 * Keeps how a plan felt to the viewer. Once both have answered, each sees the partner's answer and neither can change
 * theirs. A retry is answered. Throws `already-revealed`, `not-found`, `day-out-of-range`.
 */
export async function keepFelt(
  scope: CoupleScope,
  { id, felt }: Input<typeof putFelt>,
): Promise<Answer<typeof putFelt>> {
  const before = await readRememberedPlan(scope, { id })
  if (before.felt.mine === felt) return before
  const { coupleId } = before
  const { personId } = requireTookPart(scope, before.plan)
  const key = { coupleId, subject: id, personId }
  const { count } = await scope.db.felt.createMany({ skipDuplicates: true, data: [{ ...key, felt }] })
  const changed = count === 1 ? count : (await scope.db.felt.updateMany({ where: key, data: { felt } })).count
  const after = await readRememberedPlan(scope, { id })
  // The mark was taken back between the read and the write, so a trigger refused the answer.
  if (!after.plan.tookPart.includes(personId)) throw new Problem('not-found')
  if (changed === 0 && after.felt.mine !== felt) throw new Problem('already-revealed')
  return after
}

/**
 * Keeps the viewer's line: the first version, or the one after the saved one. A retry with the same bytes is answered.
 */
export async function keepLine(
  scope: CoupleScope,
  { id: planId, lineId: id, rev, sealed }: Input<typeof putLine>,
): Promise<Answer<typeof putLine>> {
  const { plan, coupleId } = await readRememberedPlan(scope, { id: planId })
  const { personId, now } = requireTookPart(scope, plan)
  const key = { coupleId, planId, personId }
  const row = { rev, sealed: columnOfSealed(sealed), writtenAt: now }
  return keepVersion(
    { id, rev, sealed },
    {
      write: () =>
        rev === 1
          ? scope.db.planLine.createMany({ skipDuplicates: true, data: [{ ...key, id, ...row }] })
          : scope.db.planLine.updateMany({ where: { ...key, id, rev: rev - 1 }, data: row }),
      read: async () => {
        const found = await scope.db.planLine.findFirst({
          where: key,
          select: sealedColumns,
        })
        return found && rowWithSealed(found)
      },
    },
  )
}

/** Throws unless the viewer took part in the plan and can still mark it. */
function requireTookPart({ viewer }: CoupleScope, plan: Plan): { personId: string; now: Date } {
  const { personId, now } = viewer
  if (!plan.tookPart.includes(personId)) throw new Problem('not-found')
  if (!canMarkPlan(plan, viewer)) throw new Problem('day-out-of-range')
  return { personId, now }
}
