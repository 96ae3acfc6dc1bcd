// The document says what the contracts say. The route matrix tests that the contracts match the built routes.
import { expect, test } from 'vitest'
import { problems } from '@/lib/http/problem'
import { contracts } from './contracts'
import { openApiDocument } from './document'

type Operation = {
  security?: unknown[]
  parameters?: { name: string; in: string; required: boolean; schema: unknown }[]
  requestBody?: { content: Record<string, { schema: { type?: string } }> }
  responses: Record<string, { description: string; content?: Record<string, { schema: unknown }> }>
}
const document = JSON.parse(JSON.stringify(openApiDocument(contracts, 'fivefold-session'))) as {
  paths: Record<string, Record<string, Operation>>
}

test('the document has every path and method, and no other', () => {
  const described = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  expect(described.sort()).toEqual(contracts.map(({ method, path }) => `${method} ${path}`).sort())
  expect(described.length).toBeGreaterThan(35)
})

test.each(contracts.map((contract) => [`${contract.method} ${contract.path}`, contract] as const))(
  'the document describes %s',
  (_, contract) => {
    const operation = document.paths[contract.path]?.[contract.method.toLowerCase()]
    if (!operation) throw new Error('The document does not have this contract.')
    const named = (where: string) =>
      (operation.parameters ?? []).filter((parameter) => parameter.in === where).map(({ name }) => name)
    expect(named('path')).toEqual([...contract.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))
    expect(named('query')).toEqual(Object.keys(contract.query?.shape ?? {}))
    expect(named('header')).toEqual([...(contract.ifMatch ? ['If-Match'] : []), ...(contract.headers ?? [])])
    expect(operation.requestBody !== undefined).toBe(contract.body !== undefined)
    expect(operation.security).toEqual(contract.open ? [] : undefined)
    const refusals = Object.entries(operation.responses).filter(([status]) => Number(status) >= 400)
    const codes = new Map(
      refusals.flatMap(([status, { description }]) =>
        [...description.matchAll(/(?:^| )([a-z-]+): /g)].map(([, code = '']) => [code, Number(status)] as const),
      ),
    )
    const expected = [
      ...(contract.open ? [] : (['signed-out'] as const)),
      ...(contract.method === 'GET' ? [] : (['wrong-origin'] as const)),
      ...(contract.body ? (['not-json', 'malformed', 'too-large', 'too-slow', 'wrong-shape'] as const) : []),
      ...(contract.params ? (['not-found'] as const) : []),
      ...(contract.query ? (['wrong-shape'] as const) : []),
      ...(contract.ifMatch ? (['version-missing', 'version-changed'] as const) : []),
      ...(contract.problems ?? []),
    ]
    for (const code of expected) expect([code, codes.get(code)]).toEqual([code, problems[code][0]])
    for (const [, { content }] of refusals) expect(Object.keys(content ?? {})).toEqual(['application/problem+json'])
    expect(Object.keys(operation.responses)).toContain(contract.answer ? '200' : '204')
  },
)
