import type { CoupleScope } from '@/lib/db/with-viewer'
import type { Call } from '@/lib/http/call'
import { as, paired } from './as-person'
import type { BareAccount } from './bare-accounts'
import { getWeek, patchPlan, putItem, putPlan, putReadiness } from '@/lib/plans/contract'
import { readWeek } from '@/lib/plans/reads'
import { changePlan, keepItem, makePlan, keepReady } from '@/lib/plans/writes'
import type { Input } from '@/lib/http/contract'

/** A device that calls the server functions directly, without HTTP, each in a transaction of its own. */
export const planDeviceOf = (person: BareAccount): { call: Call } => {
  const handlers = new Map<unknown, (scope: CoupleScope, input: never) => Promise<unknown>>([
    [putPlan, makePlan],
    [patchPlan, changePlan],
    [putItem, keepItem],
    [putReadiness, keepReady],
    [getWeek, (scope, { week }: Input<typeof getWeek>) => readWeek(scope, week)],
  ])
  return {
    call: async (contract, input) => {
      const handle = handlers.get(contract)
      if (!handle) throw new Error(`${contract.method} ${contract.path} is not in this test.`)
      return (await as(person, (scope) => handle(paired(scope, contract), input as never))) as never
    },
  }
}
