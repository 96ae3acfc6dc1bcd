import { route } from '@/lib/http/route'
import { putTakingPart } from '@/lib/rituals/contract'
import { sayTookPart } from '@/lib/rituals/taking-part'

export const PUT = route(putTakingPart, ({ db, input }) => sayTookPart(db, input))
