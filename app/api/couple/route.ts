import { getCouple, deleteCouple } from '@/lib/couples/contract'
import { partAs } from '@/lib/couples/doors'
import { readCouple } from '@/lib/couples/reads'
import { doorRoute, route } from '@/lib/http/route'

export const GET = route(getCouple, readCouple)

export const DELETE = doorRoute(deleteCouple, ({ secret }) => partAs(secret))
