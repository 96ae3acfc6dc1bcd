import { route } from '@/lib/http/route'
import { listOwnReplies } from '@/lib/journal/contract'
import { readOwnReplies } from '@/lib/journal/reads'

export const GET = route(listOwnReplies, ({ db, input }) => readOwnReplies(db, input))
