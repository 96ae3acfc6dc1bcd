import { endSession } from '@/lib/accounts/contract'
import { endMySession } from '@/lib/accounts/writes'
import { route } from '@/lib/http/route'

export const DELETE = route(endSession, (scope, { sessionId }) => endMySession(scope, sessionId))
