import { route } from '@/lib/http/route'
import { proposeClosing, putClosing } from '@/lib/months/contract'
import { agreeToClose, proposeToClose } from '@/lib/months/writes'

export const POST = route(proposeClosing, ({ db, input }) => proposeToClose(db, input))

export const PUT = route(putClosing, ({ db, input }) => agreeToClose(db, input))
