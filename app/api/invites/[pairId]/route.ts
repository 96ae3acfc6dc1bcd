import { getInvite, revokeInvite, tokenHeader } from '@/lib/couples/contract'
import { readOpenInvite } from '@/lib/couples/doors'
import { revokeMyInvite } from '@/lib/couples/writes'
import { openRoute, route } from '@/lib/http/route'

export const GET = openRoute(getInvite, ({ input, headers }) => readOpenInvite(input.pairId, headers.get(tokenHeader)))

export const DELETE = route(revokeInvite, (scope, { pairId }) => revokeMyInvite(scope, pairId))
