import { getHopes, putHopes } from '@/lib/couples/contract'
import { readHopes } from '@/lib/couples/reads'
import { keepHopes } from '@/lib/couples/writes'
import { coupleRoute, route } from '@/lib/http/route'

export const GET = route(getHopes, readHopes)

export const PUT = coupleRoute(putHopes, keepHopes)
