import { route } from '@/lib/http/route'
import { getRitual } from '@/lib/rituals/contract'
import { readWholeRitual } from '@/lib/rituals/reads'

export const GET = route(getRitual, readWholeRitual)
