import { endOtherSessions, listSessions } from '@/lib/accounts/contract'
import { endOtherSessionsAs } from '@/lib/accounts/known-device-doors'
import { readSessions } from '@/lib/accounts/reads'
import { cookieNames, readCookie } from '@/lib/auth/cookies'
import { doorRoute, route } from '@/lib/http/route'

export const GET = route(listSessions, readSessions)

export const DELETE = doorRoute(endOtherSessions, ({ secret, headers }) =>
  endOtherSessionsAs(secret, readCookie(headers, cookieNames().device)),
)
