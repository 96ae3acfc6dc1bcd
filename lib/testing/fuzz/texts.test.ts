// Every text of every contract is of a kind: what requests bring is bounded, and what answers hold is as wide as the columns.
import { describe, expect, test } from 'vitest'
import { id } from '@/lib/http/contract'
import { contracts } from '@/lib/openapi/contracts'
import { instantSchema, monthSchema, storedDay, weekIdSchema, zoneSchema } from '@/lib/time/schemas'
import { diceOf } from './dice'
import { makeInput } from './input'
import { leavesOf, shapeOf, withOrigins, type Leaf, type Schema } from './shape'
import { byteKinds, makeText } from './texts'

const isText = ({ schema }: Leaf) => shapeOf(schema).type === 'string'
const isOf = (schema: Schema, kinds: Iterable<Schema>) => [...kinds].some((kind) => withOrigins(schema).includes(kind))

const taken = contracts.flatMap((contract) =>
  [contract.params, contract.query, contract.body].flatMap((part) =>
    part
      ? leavesOf(part)
          .filter(isText)
          .map((leaf) => ({ ...leaf, where: `${contract.method} ${contract.path} ${leaf.path}` }))
      : [],
  ),
)

/** What people type and choose, and what names a row, a day, a zone, a page of a list or a try to sign in. */
const PLAIN =
  /^(id|\w+Id|uid|name|email|zone|locale|label|title|what|place|text|time|day|on|from|to|until|startsOn|onDate|plannedOn|week|month|after|before|version|csrfToken|ticket)$/

test('a contract takes sealed texts, keys, hashes, MACs and signatures as one of the kinds of bytes', () => {
  const notPlain = taken.filter(({ name }) => !PLAIN.test(name))
  expect(notPlain.length).toBeGreaterThan(30)
  expect(notPlain.filter(({ schema }) => !isOf(schema, byteKinds.keys())).map(({ where }) => where)).toEqual([])
})

test('a contract takes no text without an end', () => {
  for (const { schema, where } of taken)
    for (const endless of ['a'.repeat(1_000_000), '1'.repeat(1_000_000)])
      expect([where, schema.safeParse(endless).success]).toEqual([where, false])
})

test('every text that a contract takes has one that the fuzz can make', () => {
  const dice = diceOf(1)
  for (const { schema, where } of taken) expect([where, makeText(schema, dice) !== null]).toEqual([where, true])
})

describe('the fuzz makes valid requests of', () => {
  test.each(contracts.map((contract) => [`${contract.method} ${contract.path}`, contract] as const))(
    '%s',
    (_, contract) => {
      for (let seed = 0; seed < 20; seed++)
        for (const part of [contract.params, contract.query, contract.body])
          if (part) expect(part.safeParse(makeInput(part, diceOf(seed), () => undefined)).success).toBe(true)
    },
  )
})

/** Texts of an answer that the server makes or that a column can't hold otherwise. */
const MADE = [id, instantSchema, storedDay, weekIdSchema, monthSchema, zoneSchema]

test('an answer’s texts are as wide as the columns, so that whatever is stored can be answered', () => {
  const narrow = contracts.flatMap(({ method, path, answer }) =>
    (answer ? leavesOf(answer) : [])
      .filter(isText)
      .filter(
        ({ schema }) =>
          !isOf(schema, MADE) && !['', '\u0000', 'x'.repeat(100_000)].every((text) => schema.safeParse(text).success),
      )
      .map((leaf) => `${method} ${path} ${leaf.path}`),
  )
  expect(narrow).toEqual([])
})
