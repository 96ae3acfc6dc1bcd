import { route } from '@/lib/http/route'
import { putAgreement } from '@/lib/rituals/contract'
import { agreeToRitual } from '@/lib/rituals/writes'

export const PUT = route(putAgreement, ({ db, input }) => agreeToRitual(db, input))
