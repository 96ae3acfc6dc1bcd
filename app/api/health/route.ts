import { openRoute } from '@/lib/http/route'
import { getHealth } from '@/lib/openapi/contract'
import { askDatabase } from '@/lib/openapi/doors'

export const GET = openRoute(getHealth, async () => {
  await askDatabase()
  return { status: 'ok' as const }
})
