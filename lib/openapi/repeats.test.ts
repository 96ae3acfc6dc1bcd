// What every contract says that its answer repeats of a request: the place is there, and another value is refused.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type * as z from 'zod/mini'
import type { Contract } from '@/lib/http/contract'
import { demandAnswerFor } from '@/lib/http/demand-answer-for'
import { contracts } from './contracts'

type Schema = z.ZodMiniType & Readonly<{ shape?: Readonly<Record<string, Schema>> }>
type Definition = Readonly<{ innerType?: Schema; element?: Schema }>

/** The schema at a path such as `rows.coupleId`, through lists and values that may be null. */
function schemaAt(schema: Schema | undefined, path: readonly string[]): Schema | undefined {
  const { innerType, element } = (schema?._zod.def ?? {}) as Definition
  if (innerType ?? element) return schemaAt(innerType ?? element, path)
  const [name, ...rest] = path
  return name === undefined ? schema : schemaAt(schema?.shape?.[name], rest)
}

const isList = (schema: Schema | undefined): boolean => ((schema?._zod.def ?? {}) as Definition).element !== undefined

/** An answer that has a value at a path, or a list of two rows that have. */
function answerWith(schema: Schema | undefined, path: readonly string[], value: unknown): unknown {
  const [name, ...rest] = path
  if (name === undefined) return value
  const inner = schema?.shape?.[name]
  const within = answerWith(schemaAt(inner, []), rest, value)
  return { [name]: isList(inner) && rest.length > 0 ? [within, within] : within }
}

const repeated = contracts.flatMap((contract) =>
  Object.entries(contract.repeats ?? {}).flatMap(([name, path]) =>
    path === null
      ? []
      : [{ title: `${contract.method} ${contract.path}: ${name}`, contract, name, path: path.split('.') }],
  ),
)

describe.each(repeated)('$title', ({ contract, name, path }) => {
  const answer = (contract as Contract).answer as Schema | undefined

  test('is a place in the answer', () => {
    expect(schemaAt(answer, path)).toBeDefined()
  })

  test('another value is refused, and the one that was asked for is not', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (asked, other) => {
        const given = answerWith(answer, path, other)
        const check = () => demandAnswerFor(contract, { [name]: asked }, given)
        if (JSON.stringify(asked) === JSON.stringify(other)) expect(check).not.toThrow()
        else expect(check).toThrow('other-answer')
        expect(() => demandAnswerFor(contract, { [name]: asked }, answerWith(answer, path, asked))).not.toThrow()
      }),
      { numRuns: 50 },
    )
  })
})

test('most requests that name something are among them', () => {
  expect(repeated.length).toBeGreaterThan(30)
})
