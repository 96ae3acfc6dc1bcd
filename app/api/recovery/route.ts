import { postRecovery, putRecovery } from '@/lib/accounts/contract'
import { openRecovery, replacePhrase } from '@/lib/accounts/recovery-doors'
import { networkOf } from '@/lib/http/client-address'
import { openRoute } from '@/lib/http/route'

export const POST = openRoute(postRecovery, ({ input, headers }) => openRecovery(input, networkOf(headers)))

export const PUT = openRoute(putRecovery, async ({ input }) => {
  await replacePhrase(input)
  return undefined
})
