import { coupleRoute } from '@/lib/http/route'
import { putMeaning } from '@/lib/rituals/contract'
import { keepMeaning } from '@/lib/rituals/writes'

export const PUT = coupleRoute(putMeaning, keepMeaning)
