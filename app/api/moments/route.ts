import { route } from '@/lib/http/route'
import { listMoments, logMoment } from '@/lib/moments/contract'
import { readMoments } from '@/lib/moments/reads'
import { keepMoment } from '@/lib/moments/writes'

export const GET = route(listMoments, ({ db, input }) => readMoments(db, input))

export const POST = route(logMoment, ({ db, input }) => keepMoment(db, input))
