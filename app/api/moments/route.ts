import { coupleRoute, route } from '@/lib/http/route'
import { listMoments, logMoment } from '@/lib/moments/contract'
import { readMoments } from '@/lib/moments/reads'
import { keepMoment } from '@/lib/moments/writes'

export const GET = route(listMoments, readMoments)

export const POST = coupleRoute(logMoment, keepMoment)
