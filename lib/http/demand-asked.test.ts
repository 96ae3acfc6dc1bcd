import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { makeCall } from './call'
import { contract, id, paged, pageQuery } from './contract'

const [first, second] = ['0b8f3f6e-5f0a-4c1e-9d8b-0a6f3c2b1a01', '0b8f3f6e-5f0a-4c1e-9d8b-0a6f3c2b1a02']

const row = z.object({ id, coupleId: id, addedAt: z.string() })
const getRow = contract({
  method: 'GET',
  path: '/api/rows/{rowId}',
  repeats: { rowId: 'id' },
  summary: 'A row.',
  params: z.strictObject({ rowId: id }),
  answer: row,
})
const listRows = contract({
  method: 'GET',
  path: '/api/rows',
  repeats: { coupleId: 'rows.coupleId' },
  summary: 'Rows.',
  query: z.strictObject({ ...pageQuery, coupleId: z.optional(id) }),
  answer: paged(row),
})
const putMark = contract({
  method: 'PUT',
  path: '/api/rows/{rowId}/mark',
  repeats: { rowId: null, types: 'mine.types' },
  summary: 'My mark.',
  params: z.strictObject({ rowId: id }),
  body: z.strictObject({ types: z.array(z.string()) }),
  answer: z.object({ mine: z.nullable(z.object({ types: z.array(z.string()) })) }),
})

/** A device's `call`, whose server answers everything with this. */
const answered = (answer: unknown) => makeCall({ base: '', fetch: async () => Response.json(answer) })

const rowOf = (rowId: string, coupleId = first, minute = 0) => ({
  id: rowId,
  coupleId,
  addedAt: new Date(Date.UTC(2026, 10, 24, 8, minute)).toISOString(),
})
const refused = { code: 'other-answer' }

test('a row other than the one that was asked for is refused', async () => {
  expect(await answered(rowOf(first))(getRow, { rowId: first })).toEqual(rowOf(first))
  await expect(answered(rowOf(second))(getRow, { rowId: first })).rejects.toMatchObject(refused)
})

test('a list with a row of another couple is refused, and without a couple in the request any is taken', async () => {
  const mixed = { rows: [rowOf(first), rowOf(second, second)], next: null }
  expect(await answered(mixed)(listRows, {})).toEqual(mixed)
  await expect(answered(mixed)(listRows, { coupleId: first })).rejects.toMatchObject(refused)
  expect(await answered({ rows: [], next: null })(listRows, { coupleId: first })).toEqual({ rows: [], next: null })
})

test('a list that is not newest first, or longer than asked, is refused', async () => {
  const [old, fresh] = [rowOf(first, first, 1), rowOf(second, first, 2)]
  const list = (rows: unknown[], limit = 2) => answered({ rows, next: null })(listRows, { coupleId: first, limit })
  expect((await list([fresh, old])).rows).toHaveLength(2)
  expect((await list([fresh, { ...old, addedAt: fresh.addedAt }])).rows).toHaveLength(2)
  await expect(list([old, fresh])).rejects.toMatchObject(refused)
  await expect(list([fresh, old], 1)).rejects.toMatchObject(refused)
})

test('an answer that repeats another choice than the one that was sent is refused', async () => {
  const input = { rowId: first, types: ['emotional', 'physical'] }
  const mine = (types: string[] | null) => answered({ mine: types && { types } })(putMark, input)
  expect((await mine(['emotional', 'physical'])).mine?.types).toHaveLength(2)
  for (const types of [['emotional'], ['physical', 'emotional'], null])
    await expect(mine(types)).rejects.toMatchObject(refused)
})

test('a contract that does not say what its answer repeats is a type error', () => {
  const about = { method: 'GET', path: '/api/rows/{rowId}', summary: 'A row.' } as const
  const params = z.strictObject({ rowId: id })
  // @ts-expect-error nothing says where the answer repeats `rowId`
  contract({ ...about, params, answer: row })
  // @ts-expect-error `coupleId` is left out
  contract({ ...about, repeats: { rowId: 'id' }, params, query: z.strictObject({ coupleId: id }), answer: row })
  contract({ ...about, params })
  contract({ ...about, query: z.strictObject(pageQuery), answer: row })
})
