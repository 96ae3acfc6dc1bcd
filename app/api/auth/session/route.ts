import { getSession } from '@/lib/accounts/contract'
import { findPersonOfSession } from '@/lib/accounts/doors'
import { sessionSecret } from '@/lib/auth/cookies'
import { openRoute } from '@/lib/http/route'

export const GET = openRoute(getSession, async ({ headers }) => {
  const secret = sessionSecret(headers)
  return { personId: secret ? await findPersonOfSession(secret) : null }
})
