import { postRecovery, putRecovery } from '@/lib/accounts/contract'
import { recoverWith, setPhraseWith } from '@/lib/accounts/recovery-doors'
import { networkOf } from '@/lib/http/client-address'
import { openRoute } from '@/lib/http/route'

export const POST = openRoute(postRecovery, ({ input, headers }) => recoverWith(input, networkOf(headers)))

export const PUT = openRoute(putRecovery, async ({ input }) => {
  await setPhraseWith(input)
  return undefined
})
