import { coupleRoute } from '@/lib/http/route'
import { putTermsClosing } from '@/lib/rituals/contract'
import { keepTermsClosing } from '@/lib/rituals/writes'

export const PUT = coupleRoute(putTermsClosing, keepTermsClosing)
