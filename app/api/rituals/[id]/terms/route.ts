import { coupleRoute } from '@/lib/http/route'
import { suggestTerms } from '@/lib/rituals/contract'
import { keepSuggestion } from '@/lib/rituals/writes'

export const POST = coupleRoute(suggestTerms, keepSuggestion)
