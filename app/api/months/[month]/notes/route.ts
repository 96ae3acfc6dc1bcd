import { coupleRoute } from '@/lib/http/route'
import { putNotes } from '@/lib/months/contract'
import { keepNotes } from '@/lib/months/writes'

export const PUT = coupleRoute(putNotes, keepNotes)
