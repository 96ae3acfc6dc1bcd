import 'server-only'
import type * as z from 'zod/mini'
import { seams } from '@/lib/seams'
import { readJson } from './body'
import type { Contract } from './contract'
import { fieldAt, fieldsOf } from './fields'
import { readIfMatch } from './if-match'
import { Problem } from './problem'

/**
 * Reads and checks params, query, body and ifMatch by a contract, into one object. Throws not-found, wrong-shape, or
 * what `readJson` throws.
 */
export async function readInput(
  contract: Contract,
  request: Request,
  params: Record<string, unknown>,
): Promise<Record<string, unknown>> {
  const { limits } = seams()
  const size = { json: limits.jsonBytes, sealed: limits.sealedBytes, batch: limits.batchBytes }[contract.size ?? 'json']
  const ifMatch = contract.ifMatch ? { ifMatch: readIfMatch(request.headers) } : {}
  const body = contract.body ? checkInput(contract.body, await readJson(request, size), 'body') : {}
  return { ...readParams(contract, params), ...readQuery(contract, request), ...body, ...ifMatch }
}

// An id of the wrong shape belongs to no row.
function readParams(contract: Contract, params: Record<string, unknown>): Record<string, unknown> {
  if (!contract.params) return {}
  const read = contract.params.safeParse(params)
  if (!read.success) throw new Problem('not-found')
  return read.data
}

function readQuery(contract: Contract, request: Request): Record<string, unknown> {
  const given = new URL(request.url).searchParams
  const once: Record<string, string> = {}
  for (const [key, value] of given) {
    if (!contract.query || Object.hasOwn(once, key))
      throw new Problem('wrong-shape', { fields: [fieldAt(['query', key])] })
    once[key] = value
  }
  return contract.query ? checkInput(contract.query, once, 'query') : {}
}

function checkInput(shape: z.ZodMiniType, value: unknown, where: 'body' | 'query'): Record<string, unknown> {
  const read = shape.safeParse(value)
  if (read.success) return read.data as Record<string, unknown>
  throw new Problem('wrong-shape', { fields: fieldsOf(read.error.issues, where) })
}
