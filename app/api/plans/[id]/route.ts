import { coupleRoute, route } from '@/lib/http/route'
import { getPlan, patchPlan, putPlan } from '@/lib/plans/contract'
import { readRememberedPlan } from '@/lib/plans/remembered-plan-reads'
import { changePlan, makePlan } from '@/lib/plans/writes'

export const GET = route(getPlan, readRememberedPlan)

export const PUT = coupleRoute(putPlan, makePlan)

export const PATCH = coupleRoute(patchPlan, changePlan)
