import { coupleRoute } from '@/lib/http/route'
import { proposeClosing, putClosing } from '@/lib/months/contract'
import { agreeToClose, proposeToClose } from '@/lib/months/writes'

export const POST = coupleRoute(proposeClosing, proposeToClose)

export const PUT = coupleRoute(putClosing, agreeToClose)
