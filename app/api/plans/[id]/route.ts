import { route } from '@/lib/http/route'
import { getPlan, patchPlan, putPlan } from '@/lib/plans/contract'
import { readKeeping } from '@/lib/plans/keeping'
import { changePlan, makePlan } from '@/lib/plans/writes'

export const GET = route(getPlan, ({ db, input }) => readKeeping(db, input))

export const PUT = route(putPlan, ({ db, input }) => makePlan(db, input))

export const PATCH = route(patchPlan, ({ db, input }) => changePlan(db, input))
