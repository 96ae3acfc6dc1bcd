import { route } from '@/lib/http/route'
import { putNotes } from '@/lib/months/contract'
import { keepNotes } from '@/lib/months/writes'

export const PUT = route(putNotes, ({ db, input }) => keepNotes(db, input))
