import { coupleRoute, route } from '@/lib/http/route'
import { listSharedEntries, shareEntry } from '@/lib/journal/contract'
import { readSharedEntries } from '@/lib/journal/reads'
import { keepSharedEntry } from '@/lib/journal/writes'

export const GET = route(listSharedEntries, readSharedEntries)

export const POST = coupleRoute(shareEntry, keepSharedEntry)
