import { postSignIn } from '@/lib/accounts/contract'
import { signInThrough } from '@/lib/auth/next-auth'
import { openRoute } from '@/lib/http/route'

export const POST = openRoute(postSignIn, async ({ input, headers, setCookie }) => {
  await signInThrough(headers, input, setCookie)
  return undefined
})
