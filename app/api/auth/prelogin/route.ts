import { prelogin } from '@/lib/accounts/contract'
import { readPrelogin } from '@/lib/accounts/doors'
import { openRoute } from '@/lib/http/route'

export const POST = openRoute(prelogin, ({ input }) => readPrelogin(input))
