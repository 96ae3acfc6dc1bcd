import { getSession } from '@/lib/accounts/contract'
import { findPersonOfSession } from '@/lib/accounts/doors'
import { readSessionSecret } from '@/lib/auth/cookies'
import { openRoute } from '@/lib/http/route'

export const GET = openRoute(getSession, async ({ headers }) => {
  const secret = readSessionSecret(headers)
  return { personId: secret ? await findPersonOfSession(secret) : null }
})
