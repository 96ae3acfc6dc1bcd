import { coupleRoute } from '@/lib/http/route'
import { putAgreement } from '@/lib/rituals/contract'
import { keepAgreement } from '@/lib/rituals/writes'

export const PUT = coupleRoute(putAgreement, keepAgreement)
