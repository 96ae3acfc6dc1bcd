import { route } from '@/lib/http/route'
import { listSharedEntries, shareEntry } from '@/lib/journal/contract'
import { readSharedEntries } from '@/lib/journal/reads'
import { share } from '@/lib/journal/writes'

export const GET = route(listSharedEntries, ({ db, input }) => readSharedEntries(db, input))

export const POST = route(shareEntry, ({ db, input }) => share(db, input))
