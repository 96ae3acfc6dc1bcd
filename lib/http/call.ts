import type * as z from 'zod/mini'
import type { Answer, Contract, Input } from './contract'
import { isLimitName } from '@/lib/limits'
import { now } from '@/lib/time/clock'
import { demandAnswerFor } from './demand-answer-for'
import { isProblemCode, Problem, problemOf } from './problem'

/**
 * Sends a request by a contract and returns its answer. Throws the `Problem` of the API, `Unreachable` without an
 * answer, or `other-answer` for an answer to something else.
 */
export type Call = <C extends Contract>(
  contract: C,
  input: Input<C>,
  options?: { keepalive?: boolean; headers?: Record<string, string>; signal?: AbortSignal },
) => Promise<Answer<C>>

/**
 * Sends a request by a conditional contract. Returns null if the answer is still the one of `etag`. Throws as `Call`
 * does.
 */
export type ConditionalCall = <C extends Contract & { conditional: true }>(
  contract: C,
  input: Input<C>,
  etag: string | null,
  options?: { signal?: AbortSignal },
) => Promise<Readonly<{ answer: Answer<C>; etag: string | null }> | null>

/** The server did not answer, or the network is down. The request may or may not have arrived. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('The server did not answer.', { cause })
    this.name = 'Unreachable'
  }
}

/** How requests reach the API. A client of another origin has another base address. */
export type Transport = { base: string; fetch: typeof fetch }

type CallOptions = Readonly<{ keepalive?: boolean; headers?: Record<string, string>; signal?: AbortSignal }>

/** Makes the `call` of a transport. In the browser: `makeCall({ base: '', fetch })`. */
export function makeCall(transport: Transport): Call {
  return async (contract, input, options = {}) => {
    const answer = await send(transport, contract, input, options)
    if (!answer.ok) throw await readProblem(answer)
    if (!contract.answer) return undefined as never
    const read = (contract.answer as z.ZodMiniType).parse(await answer.json())
    demandAnswerFor(contract, input, read)
    return read as never
  }
}

/**
 * Makes the `callIfChanged` of a transport. The caller keeps the ETag, because the browser's cache stores nothing of
 * the API.
 */
export function makeConditionalCall(transport: Transport): ConditionalCall {
  return async (contract, input, etag, options = {}) => {
    const answer = await send(transport, contract, input, {
      ...options,
      ...(etag !== null && { headers: { 'if-none-match': etag } }),
    })
    if (answer.status === 304) return null
    if (!answer.ok) throw await readProblem(answer)
    const read = (contract.answer as z.ZodMiniType).parse(await answer.json())
    demandAnswerFor(contract, input, read)
    return { answer: read as never, etag: answer.headers.get('etag') }
  }
}

async function send(
  { base, fetch }: Transport,
  contract: Contract,
  input: unknown,
  options: CallOptions,
): Promise<Response> {
  const given = (input ?? {}) as Record<string, unknown>
  const { path, rest } = fillPath(contract, given)
  const { query, body } = split(contract, rest)
  const headers: Record<string, string> = { ...options.headers }
  if (contract.body) headers['content-type'] = 'application/json'
  if (contract.ifMatch) headers['if-match'] = `"${String(given['ifMatch'])}"`
  const init: RequestInit = {
    method: contract.method,
    headers,
    credentials: 'same-origin',
    cache: 'no-store',
    redirect: 'error',
    ...(contract.body && { body: JSON.stringify(body) }),
    ...(options.keepalive && { keepalive: true }),
    ...(options.signal && { signal: options.signal }),
  }
  return fetch(base + path + query, init).catch((error: unknown) => {
    throw new Unreachable(error)
  })
}

function fillPath(contract: Contract, given: Record<string, unknown>): { path: string; rest: Record<string, unknown> } {
  const rest = { ...given }
  delete rest['ifMatch']
  const path = contract.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(rest[name])
    delete rest[name]
    return encodeURIComponent(value)
  })
  return { path, rest }
}

function split(contract: Contract, rest: Record<string, unknown>): { query: string; body: Record<string, unknown> } {
  const query = new URLSearchParams()
  const body: Record<string, unknown> = {}
  const queryNames = contract.query ? Object.keys(contract.query.shape as object) : []
  for (const [key, value] of Object.entries(rest)) {
    if (!queryNames.includes(key)) body[key] = value
    else if (value !== undefined) query.set(key, String(value))
  }
  return { query: query.size > 0 ? `?${query}` : '', body }
}

async function readProblem(answer: Response): Promise<Error> {
  const document = (await answer.json().catch(() => null)) as {
    code?: unknown
    fields?: string[]
    limit?: unknown
    current?: unknown
  } | null
  const wait = Number(answer.headers.get('retry-after') ?? Number.NaN)
  const served = Date.parse(answer.headers.get('date') ?? '')
  const details = {
    ...(document?.fields && { fields: document.fields }),
    ...(isLimitName(document?.limit) && { limit: document.limit }),
    ...(document?.current !== undefined && { current: document.current }),
    ...(!Number.isNaN(wait) && { retryAfter: wait }),
    ...(!Number.isNaN(served) && { clockOff: Math.round((now().getTime() - served) / 1000) }),
  }
  if (isProblemCode(document?.code)) return problemOf(document.code, details)
  return answer.status >= 500 ? new Unreachable(answer.status) : new Problem('unexpected')
}
