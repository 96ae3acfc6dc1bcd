import { route } from '@/lib/http/route'
import { getEntry, putEntry } from '@/lib/journal/contract'
import { readEntry } from '@/lib/journal/reads'
import { changeEntry } from '@/lib/journal/writes'

export const GET = route(getEntry, readEntry)

export const PUT = route(putEntry, changeEntry)
