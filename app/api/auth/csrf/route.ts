import { csrf } from '@/lib/accounts/contract'
import { makeCsrfToken } from '@/lib/auth/next-auth'
import { openRoute } from '@/lib/http/route'

export const GET = openRoute(csrf, ({ headers, setCookie }) => makeCsrfToken(headers, setCookie))
