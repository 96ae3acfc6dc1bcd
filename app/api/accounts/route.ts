import { postAccount } from '@/lib/accounts/contract'
import { signUpThrough } from '@/lib/couples/doors'
import { networkOf } from '@/lib/http/client-address'
import { openRoute } from '@/lib/http/route'

export const POST = openRoute(postAccount, ({ input, headers }) => signUpThrough(input, networkOf(headers)))
