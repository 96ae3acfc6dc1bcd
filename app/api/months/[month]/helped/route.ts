import { coupleRoute } from '@/lib/http/route'
import { putHelped } from '@/lib/months/contract'
import { keepHelpAnswer } from '@/lib/months/writes'

export const PUT = coupleRoute(putHelped, keepHelpAnswer)
