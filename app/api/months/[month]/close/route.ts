import { coupleRoute } from '@/lib/http/route'
import { postMonthClosing, putMonthClosing } from '@/lib/months/contract'
import { agreeToClose, proposeToClose } from '@/lib/months/writes'

export const POST = coupleRoute(postMonthClosing, proposeToClose)

export const PUT = coupleRoute(putMonthClosing, agreeToClose)
