import { coupleRoute } from '@/lib/http/route'
import { putPause } from '@/lib/rituals/contract'
import { pauseRitual } from '@/lib/rituals/writes'

export const PUT = coupleRoute(putPause, pauseRitual)
