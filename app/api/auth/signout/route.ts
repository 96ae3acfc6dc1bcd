import { postSignOut } from '@/lib/accounts/contract'
import { signOutThrough } from '@/lib/auth/next-auth'
import { openRoute } from '@/lib/http/route'

export const POST = openRoute(postSignOut, async ({ input, headers, setCookie }) => {
  await signOutThrough(headers, input, setCookie)
  return undefined
})
