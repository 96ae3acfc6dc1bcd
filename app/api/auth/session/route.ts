import { whoIsSignedIn } from '@/lib/accounts/contract'
import { personOfSession } from '@/lib/accounts/doors'
import { sessionSecret } from '@/lib/auth/cookies'
import { openRoute } from '@/lib/http/route'

export const GET = openRoute(whoIsSignedIn, async ({ headers }) => {
  const secret = sessionSecret(headers)
  return { personId: secret ? await personOfSession(secret) : null }
})
