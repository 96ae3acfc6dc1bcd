import { getHopes, putHopes } from '@/lib/couples/contract'
import { readHopes } from '@/lib/couples/reads'
import { markHopes } from '@/lib/couples/writes'
import { route } from '@/lib/http/route'

export const GET = route(getHopes, ({ db }) => readHopes(db))

export const PUT = route(putHopes, ({ db, input }) => markHopes(db, input))
