import { endSession } from '@/lib/accounts/contract'
import { endSessionAs } from '@/lib/accounts/known-device-doors'
import { doorRoute } from '@/lib/http/route'

export const DELETE = doorRoute(endSession, ({ secret, input }) => endSessionAs(secret, input.sessionId))
