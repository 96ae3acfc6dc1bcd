import { route } from '@/lib/http/route'
import { suggestTerms } from '@/lib/rituals/contract'
import { suggestOtherTerms } from '@/lib/rituals/writes'

export const POST = route(suggestTerms, ({ db, input }) => suggestOtherTerms(db, input))
