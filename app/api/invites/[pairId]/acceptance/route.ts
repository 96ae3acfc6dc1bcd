import { putAcceptance } from '@/lib/couples/contract'
import { acceptInviteAs } from '@/lib/couples/doors'
import { doorRoute } from '@/lib/http/route'

export const PUT = doorRoute(putAcceptance, ({ input, secret }) => acceptInviteAs(secret, input))
