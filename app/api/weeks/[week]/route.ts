import { coupleRoute } from '@/lib/http/route'
import { getWeek } from '@/lib/plans/contract'
import { readWeek } from '@/lib/plans/reads'

export const GET = coupleRoute(getWeek, (scope, { week }) => readWeek(scope, week))
