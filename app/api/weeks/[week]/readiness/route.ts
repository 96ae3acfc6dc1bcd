import { coupleRoute } from '@/lib/http/route'
import { putReadiness } from '@/lib/plans/contract'
import { sayReady } from '@/lib/plans/writes'

export const PUT = coupleRoute(putReadiness, sayReady)
