import { route } from '@/lib/http/route'
import { putClosing } from '@/lib/rituals/contract'
import { keepAsItIs } from '@/lib/rituals/writes'

export const PUT = route(putClosing, ({ db, input }) => keepAsItIs(db, input))
