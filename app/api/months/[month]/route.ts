import { route } from '@/lib/http/route'
import { getMonth } from '@/lib/months/contract'
import { readMonth } from '@/lib/months/reads'

export const GET = route(getMonth, (scope, { month, coupleId }) => readMonth(scope, month, coupleId))
