import { route } from '@/lib/http/route'
import { getSharedEntry, putSharedEntry } from '@/lib/journal/contract'
import { readSharedEntry } from '@/lib/journal/reads'
import { changeSharedEntry } from '@/lib/journal/writes'

export const GET = route(getSharedEntry, readSharedEntry)

export const PUT = route(putSharedEntry, changeSharedEntry)
