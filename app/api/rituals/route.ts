import { route } from '@/lib/http/route'
import { listRituals, proposeRitual } from '@/lib/rituals/contract'
import { readRituals } from '@/lib/rituals/reads'
import { proposeOurRitual } from '@/lib/rituals/writes'

export const GET = route(listRituals, ({ db, input }) => readRituals(db, input))

export const POST = route(proposeRitual, ({ db, input }) => proposeOurRitual(db, input))
