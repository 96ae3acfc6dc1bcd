import type { IncomingMessage, ServerResponse } from 'node:http'
import { pagePolicy } from '../http/page-policy.ts'
import { seams } from '../seams.ts'

/** Whether a request is for a page: everything but the API, what Next serves by itself, the icon, and the service worker. */
export const isPage = (url: string): boolean =>
  !/^\/(api(\/|$|\?)|_next\/|(icon\.svg|favicon\.ico|worker\.js)(\?|$))/.test(url)

/**
 * Gives the answer of a page its own policy, with a nonce of this answer. Next reads the nonce for its scripts from the same header of
 * the request, so a client's own policy is removed whatever the path is: Next resolves `/api/../today` to a page. This is what Next's proxy file is for; here it costs no second pass of the request
 * through Next.
 */
export function putPageHeaders(request: IncomingMessage, response: ServerResponse, { dev }: { dev: boolean }): void {
  delete request.headers['content-security-policy']
  delete request.headers['content-security-policy-report-only']
  if (!isPage(request.url ?? '/')) return
  const nonce = Buffer.from(seams().random(16)).toString('base64')
  const policy = pagePolicy(nonce, { dev })
  request.headers['content-security-policy'] = policy
  response.setHeader('content-security-policy', policy)
}
