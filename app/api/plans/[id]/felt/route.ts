import { route } from '@/lib/http/route'
import { putFelt } from '@/lib/plans/contract'
import { keepFelt } from '@/lib/plans/keeping'

export const PUT = route(putFelt, ({ db, input }) => keepFelt(db, input))
