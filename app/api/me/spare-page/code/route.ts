import { putSparePageCode } from '@/lib/accounts/contract'
import { replaceSparePageAs } from '@/lib/accounts/recovery-doors'
import { doorRoute } from '@/lib/http/route'

export const PUT = doorRoute(putSparePageCode, ({ input, secret }) => replaceSparePageAs(secret, input))
