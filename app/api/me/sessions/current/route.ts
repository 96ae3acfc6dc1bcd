import { putSessionUse } from '@/lib/accounts/contract'
import { keepDeviceUse } from '@/lib/accounts/writes'
import { formatCookie, cookieNames } from '@/lib/auth/cookies'
import { onlyMeSeconds } from '@/lib/auth/session-use'
import { route } from '@/lib/http/route'

// Sets the cookie again, so that it lives as long as the session's row.
export const PUT = route(putSessionUse, async (scope, input, { secret, setCookie }) => {
  await keepDeviceUse(scope, input.onlyMe)
  setCookie(
    input.onlyMe
      ? formatCookie(cookieNames().session, secret, onlyMeSeconds)
      : formatCookie(cookieNames().session, secret),
  )
  return undefined
})
