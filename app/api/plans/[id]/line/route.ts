import { coupleRoute } from '@/lib/http/route'
import { putLine } from '@/lib/plans/contract'
import { keepLine } from '@/lib/plans/keeping-writes'

export const PUT = coupleRoute(putLine, keepLine)
