import { route } from '@/lib/http/route'
import { addReply, listReplies } from '@/lib/journal/contract'
import { readReplies } from '@/lib/journal/reads'
import { keepReply } from '@/lib/journal/writes'

export const GET = route(listReplies, readReplies)

export const POST = route(addReply, keepReply)
