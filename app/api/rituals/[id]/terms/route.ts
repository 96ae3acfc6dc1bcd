import { coupleRoute } from '@/lib/http/route'
import { suggestTerms } from '@/lib/rituals/contract'
import { suggestOtherTerms } from '@/lib/rituals/writes'

export const POST = coupleRoute(suggestTerms, suggestOtherTerms)
