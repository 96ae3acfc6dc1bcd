import { coupleRoute } from '@/lib/http/route'
import { putHelped } from '@/lib/months/contract'
import { sayHelped } from '@/lib/months/writes'

export const PUT = coupleRoute(putHelped, sayHelped)
