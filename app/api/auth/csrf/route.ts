import { csrf } from '@/lib/accounts/contract'
import { csrfTokenFor } from '@/lib/auth/next-auth'
import { openRoute } from '@/lib/http/route'

export const GET = openRoute(csrf, ({ headers, setCookie }) => csrfTokenFor(headers, setCookie))
