import 'server-only'
import { createHash } from 'node:crypto'
import { seams } from '@/lib/seams'
import { isUnavailable, sqlState } from '@/lib/db/sql-state'
import type { Contract } from './contract'
import { logFailure } from './log'
import { Problem, problemDocument } from './problem'

const noStore = { 'cache-control': 'no-store' }

/**
 * Parses a result through its contract, so that a column that the contract does not name can't leak. Throws if the
 * result does not match. Call it before the commit, so that nothing is saved that can't be answered.
 */
export const parseAnswer = (contract: Contract, result: unknown): unknown => contract.answer?.parse(result)

/** Makes the response of a parsed answer: 304 if the client already has it, 204 if the contract has no answer. */
export function makeResponse(
  contract: Contract,
  answer: unknown,
  cookies: readonly string[],
  request: Headers,
): Response {
  const headers = new Headers(noStore)
  for (const line of cookies) headers.append('set-cookie', line)
  if (!contract.answer) return new Response(null, { status: 204, headers })
  if (contract.version) headers.set('etag', `"${String((answer as Record<string, unknown>)[contract.version])}"`)
  const body = JSON.stringify(answer)
  if (contract.conditional) {
    const etag = `"${createHash('sha256').update(body).digest('base64url')}"`
    headers.set('etag', etag)
    if (request.get('if-none-match') === etag) return new Response(null, { status: 304, headers })
  }
  headers.set('content-type', 'application/json')
  return new Response(body, { status: 200, headers })
}

/**
 * Makes the response of an error. An error that is not a `Problem` is logged, and the response gives no detail of it.
 */
export function makeRefusal(contract: Contract, error: unknown, cookies: readonly string[] = []): Response {
  const requestId = seams().uuid()
  const problem = error instanceof Problem ? error : asProblem(error)
  if (problem.status >= 500) logFailure(requestId, `${contract.method} ${contract.path}`, error)
  const headers = new Headers({ ...noStore, 'content-type': 'application/problem+json' })
  if (problem.details.retryAfter !== undefined) headers.set('retry-after', String(problem.details.retryAfter))
  for (const line of cookies) headers.append('set-cookie', line)
  return new Response(JSON.stringify(problemDocument(problem, requestId)), { status: problem.status, headers })
}

// If the database does not answer, is full or is stopping, nothing was saved and a retry may succeed. Prisma has codes of
// its own for when it gets no connection.
function asProblem(error: unknown): Problem {
  const code = typeof error === 'object' && error !== null ? String((error as { code?: unknown }).code) : ''
  const isDown =
    isUnavailable(sqlState(error)) || ['P1001', 'P1002', 'P1008', 'P1017', 'ECONNREFUSED', 'ECONNRESET'].includes(code)
  return isDown ? new Problem('not-now', { retryAfter: 2 }) : new Problem('unexpected')
}
