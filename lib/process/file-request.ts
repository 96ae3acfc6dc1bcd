import type { IncomingMessage, ServerResponse } from 'node:http'

/** What asks for a part of a file, or for one version of it. A server may leave them out (RFC 9110, sections 13.1 and 14.2). */
const partial = ['range', 'if-range', 'if-match', 'if-unmodified-since'] as const

/**
 * Prepares a request for a file of the build, and returns whether it was refused. Next has no pages for what it would refuse here (a
 * method, a range, a version), and answers a plain 500 instead.
 */
export function refuseFile(request: IncomingMessage, response: ServerResponse): boolean {
  if (!request.url?.startsWith('/_next/static/')) return false
  for (const name of partial) delete request.headers[name]
  if (request.method === 'GET' || request.method === 'HEAD') return false
  response.writeHead(405, { allow: 'GET, HEAD', 'content-length': 0 }).end()
  return true
}
