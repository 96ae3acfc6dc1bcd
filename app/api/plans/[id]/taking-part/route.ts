import { coupleRoute } from '@/lib/http/route'
import { putTakingPart } from '@/lib/plans/contract'
import { keepTookPart } from '@/lib/plans/taking-part-writes'

export const PUT = coupleRoute(putTakingPart, keepTookPart)
