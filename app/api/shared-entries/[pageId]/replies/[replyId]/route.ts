import { route } from '@/lib/http/route'
import { putReply } from '@/lib/journal/contract'
import { changeReply } from '@/lib/journal/writes'

export const PUT = route(putReply, changeReply)
