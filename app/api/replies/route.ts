import { route } from '@/lib/http/route'
import { listCoupleReplies } from '@/lib/journal/contract'
import { readCoupleReplies } from '@/lib/journal/reads'

export const GET = route(listCoupleReplies, readCoupleReplies)
