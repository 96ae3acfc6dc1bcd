import { coupleRoute } from '@/lib/http/route'
import { putFelt } from '@/lib/plans/contract'
import { keepFelt } from '@/lib/plans/remembered-plan-writes'

export const PUT = coupleRoute(putFelt, keepFelt)
