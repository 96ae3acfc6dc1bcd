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

/** What a handler gets beside its scope and input: the session's own secret, and a way to add a Set-Cookie line to the answer. */
export type DoorRequest = Readonly<{ secret: string; setCookie: (line: string) => void }>

/** What a handler of a route without a viewer gets beside the input. */
export type Door<C extends Contract> = {
  input: Input<C>
  headers: Headers
  /** Adds a Set-Cookie line to the answer, a refusal's too. */
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
 * A method of the API for a signed-in person, and the only way to make one. In one order: origin, the cookie is there (401), size,
 * shape, one transaction that begins with `gate.enter` (401), the handler, the answer parsed through the contract, commit.
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
    return demandSignedIn(await retry(attempt), cookies)
  })
}

/** As `route`, for what only somebody in a couple can do. Who is alone is refused as `demandCouple` says. */
export function coupleRoute<C extends Contract>(
  contract: C,
  handler: (scope: CoupleScope, input: Input<C>) => Promise<Answer<C>>,
): RouteHandler {
  return route(contract, async (scope, input) => handler(demandCouple(scope, contract), input))
}

/** As `route`, for what writes rows of both partners or of the directory: the handler goes through a door with the session's secret. */
export function doorRoute<C extends Contract>(
  contract: C,
  handler: (door: Door<C> & { secret: string }) => Promise<Answer<C> | 'signed-out'>,
): RouteHandler {
  return makeHandler(contract, async (request, params, cookies) => {
    const secret = demandSession(request, cookies)
    const input = (await readInput(contract, request, params)) as Input<C>
    const attempt = () => handler({ input, secret, headers: request.headers, setCookie: (line) => cookies.push(line) })
    return parseAnswer(contract, demandSignedIn(await retry(attempt), cookies))
  })
}

/** A method of the API that is reachable without a session. The contract says so too, and a test holds the list of them. */
export function openRoute<C extends Contract & { open: true }>(
  contract: C,
  handler: (door: Door<C>) => Promise<Answer<C>>,
): RouteHandler {
  return makeHandler(contract, async (request, params, cookies) => {
    const input = (await readInput(contract, request, params)) as Input<C>
    const answer = await retry(() =>
      handler({ input, headers: request.headers, setCookie: (line) => cookies.push(line) }),
    )
    return parseAnswer(contract, answer)
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

// A cookie that opens nothing is cleared, so that pages stop trying it.
function signedOut(cookies: string[]): Problem {
  cookies.push(formatCookie(cookieNames().session, '', 0))
  return new Problem('signed-out')
}

/** Tries a transaction that lost a deadlock or a serialisation twice more: nothing of it was kept. */
async function retry<T>(attempt: () => Promise<T>, left = 2): Promise<T> {
  try {
    return await attempt()
  } catch (error) {
    if (left > 0 && isRetryable(error)) return retry(attempt, left - 1)
    throw error
  }
}
