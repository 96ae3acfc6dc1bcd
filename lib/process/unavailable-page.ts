import type { ServerResponse } from 'node:http'
import { isUnavailableSince } from '../db/unavailable.ts'

/**
 * Answers a page that failed because the database did not answer with 503 and Retry-After, as the API does: pages can't
 * set a status themselves. Call it before the page is made.
 */
export function answerUnavailable(response: ServerResponse): void {
  const began = performance.now()
  const writeHead = response.writeHead.bind(response) as (status: number, ...rest: unknown[]) => ServerResponse
  response.writeHead = (status: number, ...rest: unknown[]) => {
    if (status !== 500 || !isUnavailableSince(began)) return writeHead(status, ...rest)
    response.setHeader('retry-after', '2')
    return writeHead(503, ...rest)
  }
}
