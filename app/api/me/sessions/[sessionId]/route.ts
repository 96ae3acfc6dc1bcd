import { endSession } from '@/lib/accounts/contract'
import { endMySession } from '@/lib/accounts/writes'
import { route } from '@/lib/http/route'

export const DELETE = route(endSession, async ({ db, input }) => {
  await endMySession(db, input.sessionId)
  return undefined
})
