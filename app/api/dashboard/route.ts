import { getDashboard } from '@/lib/dashboard/contract'
import { readDashboard } from '@/lib/dashboard/reads'
import { coupleRoute } from '@/lib/http/route'

export const GET = coupleRoute(getDashboard, readDashboard)
