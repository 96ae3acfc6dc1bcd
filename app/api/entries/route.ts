import { route } from '@/lib/http/route'
import { addEntries, listEntries } from '@/lib/journal/contract'
import { readEntries } from '@/lib/journal/reads'
import { keepEntries } from '@/lib/journal/writes'

export const GET = route(listEntries, readEntries)

export const POST = route(addEntries, keepEntries)
