import { postRecovery, putRecovery } from '@/lib/accounts/contract'
import { openRecovery, replacePhrase } from '@/lib/accounts/recovery-doors'
import { cookieNames, formatCookie, readCookie } from '@/lib/auth/cookies'
import { networkOf } from '@/lib/http/client-address'
import { openRoute } from '@/lib/http/route'

export const POST = openRoute(postRecovery, ({ input, headers }) =>
  openRecovery(input, { network: networkOf(headers), deviceSecret: readCookie(headers, cookieNames().device) }),
)

export const PUT = openRoute(putRecovery, async ({ input, setCookie }) => {
  const { deviceSecret, deviceSeconds } = await replacePhrase(input)
  setCookie(formatCookie(cookieNames().device, deviceSecret, deviceSeconds))
  return undefined
})
