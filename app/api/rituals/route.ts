import { coupleRoute, route } from '@/lib/http/route'
import { listRituals, proposeRitual } from '@/lib/rituals/contract'
import { readRituals } from '@/lib/rituals/reads'
import { keepProposal } from '@/lib/rituals/writes'

export const GET = route(listRituals, readRituals)

export const POST = coupleRoute(proposeRitual, keepProposal)
