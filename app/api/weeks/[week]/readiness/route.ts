import { route } from '@/lib/http/route'
import { putReadiness } from '@/lib/plans/contract'
import { sayReady } from '@/lib/plans/writes'

export const PUT = route(putReadiness, ({ db, input }) => sayReady(db, input))
