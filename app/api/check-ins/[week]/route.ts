import { getCheckIn, putCheckIn } from '@/lib/check-ins/contract'
import { readCheckIn } from '@/lib/check-ins/reads'
import { keepCheckIn } from '@/lib/check-ins/writes'
import { coupleRoute } from '@/lib/http/route'

export const GET = coupleRoute(getCheckIn, (scope, { week }) => readCheckIn(scope, week))

export const PUT = coupleRoute(putCheckIn, keepCheckIn)
