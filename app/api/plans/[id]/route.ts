import { route } from '@/lib/http/route'
import { patchPlan, putPlan } from '@/lib/plans/contract'
import { changePlan, makePlan } from '@/lib/plans/writes'

export const PUT = route(putPlan, ({ db, input }) => makePlan(db, input))

export const PATCH = route(patchPlan, ({ db, input }) => changePlan(db, input))
