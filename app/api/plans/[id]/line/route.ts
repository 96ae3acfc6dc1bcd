import { coupleRoute } from '@/lib/http/route'
import { putLine } from '@/lib/plans/contract'
import { keepLine } from '@/lib/plans/remembered-plan-writes'

export const PUT = coupleRoute(putLine, keepLine)
