import 'server-only'
import { cookieNames, formatCookie, readSessionSecret } from '@/lib/auth/cookies'
import { noteSessionUse } from '@/lib/auth/session-use'
import { isRetryable } from '@/lib/db/sql-state'
import { withViewer, type CoupleScope, type Scope } from '@/lib/db/with-viewer'
import { makeResponse, parseAnswer, makeRefusal } from './answer'
import type { Answer, Contract, Input } from './contract'
import { demandCouple } from './demand-couple'
import { checkOrigin } from './origin'
import { Problem } from './problem'
import { countRequest } from './rates'
import { readInput } from './request-input'

type Context = { params: Promise<Record<string, string | string[] | undefined>> }
type RouteHandler = ((request: Request, context: Context) => Promise<Response>) & { readonly contract: Contract }

/**
 * What a handler gets beside its scope and input: the session's secret, and a way to add a Set-Cookie line to the
 * answer.
 */
export type DoorRequest = Readonly<{ secret: string; setCookie: (line: string) => void }>

/**
 * What a door may have for a contract. A door commits before its answer is parsed, so one that saves has no answer: else
 * it could save what can't be answered.
 */
type DoorContract = Contract & ({ method: 'GET' } | { answer?: never } | { saves: false })

/** What a handler without a scope gets. */
export type Door<C extends Contract> = {
  input: Input<C>
  headers: Headers
  /** Adds a Set-Cookie line to the answer, also to that of a problem. */
  setCookie: (line: string) => void
}

const makeHandler = (
  contract: Contract,
  handle: (request: Request, params: Record<string, unknown>, cookies: string[]) => Promise<unknown>,
): RouteHandler =>
  Object.assign(
    async (request: Request, context: Context) => {
      const cookies: string[] = []
      try {
        if (contract.method !== 'GET') checkOrigin(request.headers)
        const answer = await handle(request, await context.params, cookies)
        return makeResponse(contract, answer, cookies, request.headers)
      } catch (error) {
        return makeRefusal(contract, error, cookies)
      }
    },
    { contract },
  )

/**
 * Makes a method of the API for a signed-in person. The order is fixed: origin, session cookie (401), size, shape, a
 * transaction that begins with `gate.enter` (401), the handler, the answer parsed through the contract, commit.
 */
export function route<C extends Contract>(
  contract: C,
  handler: (scope: Scope, input: Input<C>, call: DoorRequest) => Promise<Answer<C>>,
): RouteHandler {
  return makeHandler(contract, async (request, params, cookies) => {
    const secret = demandSession(request, cookies)
    const input = (await readInput(contract, request, params)) as Input<C>
    const change = contract.method !== 'GET'
    const call: DoorRequest = { secret, setCookie: (line) => cookies.push(line) }
    const attempt = () =>
      withViewer(secret, async (scope) => {
        countRequest(scope.viewer.personId, change ? 'write' : 'read')
        if (change) await noteSessionUse(scope)
        return parseAnswer(contract, await handler(scope, input, call))
      })
    return demandSignedIn(await retry(attempt, cookies), cookies)
  })
}

/** Like `route`, for viewers in a couple. Others are refused as by `demandCouple`. */
export function coupleRoute<C extends Contract>(
  contract: C,
  handler: (scope: CoupleScope, input: Input<C>) => Promise<Answer<C>>,
): RouteHandler {
  return route(contract, async (scope, input) => handler(demandCouple(scope, contract), input))
}

/**
 * Like `route`, for writes to rows of both people or of the directory: the handler calls a door with the session's
 * secret.
 */
export function doorRoute<C extends DoorContract>(
  contract: C,
  handler: (door: Door<C> & { secret: string }) => Promise<Answer<C> | 'signed-out'>,
): RouteHandler {
  return makeHandler(contract, async (request, params, cookies) => {
    const secret = demandSession(request, cookies)
    const input = (await readInput(contract, request, params)) as Input<C>
    const attempt = () => handler({ input, secret, headers: request.headers, setCookie: (line) => cookies.push(line) })
    return parseAnswer(contract, demandSignedIn(await retry(attempt, cookies), cookies))
  })
}

/** Makes a method of the API that needs no session. Its contract is marked open, and a test lists all of these. */
export function openRoute<C extends DoorContract & { open: true }>(
  contract: C,
  handler: (door: Door<C>) => Promise<Answer<C>>,
): RouteHandler {
  return makeHandler(contract, async (request, params, cookies) => {
    const input = (await readInput(contract, request, params)) as Input<C>
    const attempt = () => handler({ input, headers: request.headers, setCookie: (line) => cookies.push(line) })
    return parseAnswer(contract, await retry(attempt, cookies))
  })
}

function demandSession(request: Request, cookies: string[]): string {
  const secret = readSessionSecret(request.headers)
  if (!secret) throw signedOut(cookies)
  return secret
}

function demandSignedIn<T>(result: T | 'signed-out', cookies: string[]): T {
  if (result === 'signed-out') throw signedOut(cookies)
  return result
}

// An invalid cookie is cleared, so that pages stop sending it.
function signedOut(cookies: string[]): Problem {
  cookies.push(formatCookie(cookieNames().session, '', 0))
  return new Problem('signed-out')
}

/**
 * Retries a transaction up to twice after a deadlock or a serialisation failure, which save nothing. The cookies of such
 * an attempt are dropped, because they name what was not saved.
 */
async function retry<T>(attempt: () => Promise<T>, cookies: string[], left = 2): Promise<T> {
  try {
    return await attempt()
  } catch (error) {
    if (left === 0 || !isRetryable(error)) throw error
    cookies.length = 0
    return retry(attempt, cookies, left - 1)
  }
}
