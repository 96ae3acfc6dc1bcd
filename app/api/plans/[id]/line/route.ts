import { route } from '@/lib/http/route'
import { putLine } from '@/lib/plans/contract'
import { keepLine } from '@/lib/plans/keeping'

export const PUT = route(putLine, ({ db, input }) => keepLine(db, input))
