import { openRoute } from '@/lib/http/route'
import { getHealth } from '@/lib/openapi/contract'
import { pingDatabase } from '@/lib/openapi/doors'

export const GET = openRoute(getHealth, async () => {
  await pingDatabase()
  return { status: 'ok' as const }
})
