import { getCheckIn, putCheckIn } from '@/lib/check-ins/contract'
import { readCheckIn } from '@/lib/check-ins/reads'
import { keepCheckIn } from '@/lib/check-ins/writes'
import { route } from '@/lib/http/route'

export const GET = route(getCheckIn, ({ db, input }) => readCheckIn(db, input.week))

export const PUT = route(putCheckIn, ({ db, input }) => keepCheckIn(db, input))
