import { route } from '@/lib/http/route'
import { putTakingPart } from '@/lib/plans/contract'
import { sayTookPart } from '@/lib/plans/taking-part'

export const PUT = route(putTakingPart, ({ db, input }) => sayTookPart(db, input))
