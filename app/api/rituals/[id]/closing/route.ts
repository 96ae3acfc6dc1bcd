import { coupleRoute } from '@/lib/http/route'
import { putClosing } from '@/lib/rituals/contract'
import { keepAsItIs } from '@/lib/rituals/writes'

export const PUT = coupleRoute(putClosing, keepAsItIs)
