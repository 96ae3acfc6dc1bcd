import { coupleRoute } from '@/lib/http/route'
import { putEnding } from '@/lib/rituals/contract'
import { endRitual } from '@/lib/rituals/writes'

export const PUT = coupleRoute(putEnding, endRitual)
