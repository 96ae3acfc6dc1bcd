import { coupleRoute } from '@/lib/http/route'
import { putReadiness } from '@/lib/plans/contract'
import { keepReady } from '@/lib/plans/writes'

export const PUT = coupleRoute(putReadiness, keepReady)
