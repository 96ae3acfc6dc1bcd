import { route } from '@/lib/http/route'
import { getMoment, putMoment } from '@/lib/moments/contract'
import { findMoment } from '@/lib/moments/reads'
import { momentRow } from '@/lib/moments/rows'
import { changeMoment } from '@/lib/moments/writes'

export const GET = route(getMoment, async (scope, { momentId }) => momentRow(await findMoment(scope, momentId)))

export const PUT = route(putMoment, changeMoment)
