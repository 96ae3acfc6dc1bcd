import { cookieNames } from '@/lib/auth/cookies'
import { openRoute } from '@/lib/http/route'
import { getOpenApi } from '@/lib/openapi/contract'
import { contracts } from '@/lib/openapi/contracts'
import { openApiDocument } from '@/lib/openapi/document'

export const GET = openRoute(getOpenApi, async () => openApiDocument(contracts, cookieNames().session))
