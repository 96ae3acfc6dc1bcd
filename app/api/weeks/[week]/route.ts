import { route } from '@/lib/http/route'
import { getWeek } from '@/lib/plans/contract'
import { readWeek } from '@/lib/plans/reads'

export const GET = route(getWeek, ({ db, input }) => readWeek(db, input.week))
