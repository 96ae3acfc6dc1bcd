import { route } from '@/lib/http/route'
import { putHelped } from '@/lib/months/contract'
import { sayHelped } from '@/lib/months/writes'

export const PUT = route(putHelped, ({ db, input }) => sayHelped(db, input))
