import { coupleRoute, route } from '@/lib/http/route'
import { getPlan, patchPlan, putPlan } from '@/lib/plans/contract'
import { readKeeping } from '@/lib/plans/keeping-reads'
import { changePlan, makePlan } from '@/lib/plans/writes'

export const GET = route(getPlan, readKeeping)

export const PUT = coupleRoute(putPlan, makePlan)

export const PATCH = coupleRoute(patchPlan, changePlan)
