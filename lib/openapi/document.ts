import * as z from 'zod/mini'
import type { Contract } from '@/lib/http/contract'
import { LIMITS } from '@/lib/limits'
import { problems, type ProblemCode } from '@/lib/http/problem'

type OpenApiNode = Record<string, unknown>

const schemaOf = (shape: z.ZodMiniType, io: 'input' | 'output'): OpenApiNode => {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, {
    target: 'openapi-3.0',
    unrepresentable: 'any',
    io,
  }) as OpenApiNode
  return schema
}

const problemSchema = { $ref: '#/components/schemas/Problem' }
const refusal = (codes: readonly ProblemCode[]) => ({
  description: codes.map((code) => `${code}: ${problems[code][1]}`).join(' '),
  content: { 'application/problem+json': { schema: problemSchema } },
})

/** The problems that a contract's route can answer, by status: those that every route has, and its own. */
function refusalsOf(contract: Contract): OpenApiNode {
  const every: ProblemCode[] = [
    ...(contract.open ? [] : (['signed-out', 'slow-down'] as const)),
    ...(contract.method === 'GET' ? [] : (['wrong-origin'] as const)),
    ...(contract.params ? (['not-found'] as const) : []),
    ...(contract.body ? (['not-json', 'malformed', 'too-large', 'too-slow'] as const) : []),
    ...(contract.body || contract.query ? (['wrong-shape'] as const) : []),
    ...(contract.ifMatch ? (['version-missing', 'version-changed'] as const) : []),
    ...(contract.limits ? (['too-much'] as const) : []),
  ]
  const byStatus = new Map<number, Set<ProblemCode>>()
  for (const code of [...every, ...(contract.problems ?? [])]) {
    const [status] = problems[code]
    byStatus.set(status, (byStatus.get(status) ?? new Set()).add(code))
  }
  return Object.fromEntries([...byStatus].map(([status, codes]) => [String(status), refusal([...codes])]))
}

function parametersOf(contract: Contract): OpenApiNode[] {
  const describeShape = (shape: z.ZodMiniObject | undefined, where: 'path' | 'query') => {
    const { properties = {}, required = [] } = shape
      ? (schemaOf(shape, 'input') as { properties?: OpenApiNode; required?: string[] })
      : {}
    return Object.entries(properties).map(([name, schema]) => ({
      name,
      in: where,
      required: where === 'path' || required.includes(name),
      schema,
    }))
  }
  const headers = [...(contract.ifMatch ? ['If-Match'] : []), ...(contract.headers ?? [])].map((name) => ({
    name,
    in: 'header',
    required: true,
    schema: { type: 'string' },
  }))
  return [...describeShape(contract.params, 'path'), ...describeShape(contract.query, 'query'), ...headers]
}

function operationOf(contract: Contract): OpenApiNode {
  const parameters = parametersOf(contract)
  const good = contract.answer
    ? {
        '200': {
          description: 'The current state.',
          content: { 'application/json': { schema: schemaOf(contract.answer, 'output') } },
        },
      }
    : { '204': { description: 'Done.' } }
  return {
    summary: contract.summary,
    ...(contract.open && { security: [] }),
    ...(contract.limits && {
      'x-limits': Object.fromEntries(contract.limits.map((name) => [name, LIMITS[name]])),
    }),
    ...(parameters.length > 0 && { parameters }),
    ...(contract.body && {
      requestBody: { required: true, content: { 'application/json': { schema: schemaOf(contract.body, 'input') } } },
    }),
    responses: { ...good, ...refusalsOf(contract) },
  }
}

/** Makes the OpenAPI 3.0 document of the contracts. */
export function openApiDocument(contracts: readonly Contract[], cookieName: string): OpenApiNode & { openapi: string } {
  const paths: Record<string, OpenApiNode> = {}
  for (const contract of contracts) (paths[contract.path] ??= {})[contract.method.toLowerCase()] = operationOf(contract)
  return {
    openapi: '3.0.3',
    info: {
      title: 'Fivefold',
      version: '1',
      description:
        'A shared journal and ritual tracker for couples. What people write is sealed on their devices: fields named `sealed` are age files as base64url.',
    },
    security: [{ session: [] }],
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: cookieName } },
      schemas: {
        Problem: {
          type: 'object',
          required: ['type', 'title', 'status', 'code', 'requestId'],
          properties: {
            type: { type: 'string' },
            title: { type: 'string' },
            status: { type: 'integer' },
            code: { type: 'string', enum: Object.keys(problems) },
            requestId: { type: 'string', format: 'uuid' },
            fields: { type: 'array', items: { type: 'string' } },
            limit: { type: 'string', enum: Object.keys(LIMITS) },
            current: {},
          },
        },
      },
    },
  }
}
