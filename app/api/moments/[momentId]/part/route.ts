import { route } from '@/lib/http/route'
import { putMomentPart } from '@/lib/moments/contract'
import { keepPart } from '@/lib/moments/writes'

export const PUT = route(putMomentPart, keepPart)
