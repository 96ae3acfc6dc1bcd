import 'server-only'
import type { CoupleScope } from '@/lib/db/with-viewer'
import type { Input } from '@/lib/http/contract'
import { Problem } from '@/lib/http/problem'
import type { CheckIn, putCheckIn } from './contract'
import { readCheckIn } from './reads'
import { rowOf, sameCloseness } from './rows'

/**
 * Saves my answer for a week that is open to me. Once both have answered, both see both answers and they are final. A
 * retry with the same answer succeeds at any time. Throws week-not-open, and already-revealed for another answer after
 * that.
 */
export async function keepCheckIn(scope: CoupleScope, { week, ...answer }: Input<typeof putCheckIn>): Promise<CheckIn> {
  const { personId, coupleId } = scope.viewer
  const before = await readCheckIn(scope, week)
  if (before.mine && sameCloseness(before.mine, answer)) return before
  if (!before.open) throw new Problem('week-not-open')
  const key = { coupleId, subject: week, personId }
  const { count } = await scope.db.checkIn.createMany({ skipDuplicates: true, data: [{ ...key, ...rowOf(answer) }] })
  const changed = count === 1 ? count : (await scope.db.checkIn.updateMany({ where: key, data: rowOf(answer) })).count
  const after = await readCheckIn(scope, week)
  if (changed === 0 && !(after.mine && sameCloseness(after.mine, answer))) throw new Problem('already-revealed')
  return after
}
