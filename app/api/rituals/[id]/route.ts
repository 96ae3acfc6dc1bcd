import { route } from '@/lib/http/route'
import { getRitual } from '@/lib/rituals/contract'
import { readWholeRitual } from '@/lib/plans/kept-reads'

export const GET = route(getRitual, readWholeRitual)
