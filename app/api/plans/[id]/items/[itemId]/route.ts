import { coupleRoute } from '@/lib/http/route'
import { putItem } from '@/lib/plans/contract'
import { keepItem } from '@/lib/plans/writes'

export const PUT = coupleRoute(putItem, keepItem)
