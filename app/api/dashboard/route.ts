import { getDashboard } from '@/lib/dashboard/contract'
import { readDashboard } from '@/lib/dashboard/reads'
import { route } from '@/lib/http/route'

export const GET = route(getDashboard, ({ db, input }) => readDashboard(db, input))
