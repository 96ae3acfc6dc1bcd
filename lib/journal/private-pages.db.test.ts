import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { closeClients } from '@/lib/db/clients'
import { refused } from '@/lib/testing/as-person'
import { testDatabase } from '@/lib/testing/database'
import { putPeopleWithSecrets, secondBySecond } from '@/lib/testing/journal-people'
import type { PolicyName } from '@/lib/testing/policy-people'
import { putTestSeams } from '@/lib/testing/test-seams'
import { readEntries, readEntry } from './reads'
import { changeEntry, keepEntries } from './writes'
import { sealedOf } from '@/lib/testing/sealed'

const { owner } = await testDatabase()
const as = secondBySecond(putTestSeams('2026-11-24T12:00:00Z'))

beforeAll(() => putPeopleWithSecrets(owner))
afterAll(closeClients)
beforeEach(() => owner.query('delete from private_entry'))

const id = () => crypto.randomUUID()
const sealed = sealedOf
const strangers: PolicyName[] = ['cleo', 'eve', 'xan']

test('only their writer reads private pages, newest first, in pages, with markers', async () => {
  const ids = [id(), id(), id(), id(), id()]
  for (const each of ids)
    await as('ana', (scope) => keepEntries(scope, { entries: [{ id: each, sealed: sealed(each) }] }))
  const first = await as('ana', (scope) => readEntries(scope, { limit: 2 }))
  const second = await as('ana', (scope) => readEntries(scope, { limit: 2, after: first.next ?? '' }))
  const third = await as('ana', (scope) => readEntries(scope, { limit: 2, after: second.next ?? '' }))
  expect([first, second, third].flatMap(({ rows }) => rows.map((row) => row.id))).toEqual(ids.toReversed())
  expect(third.next).toBeNull()
  expect(first.rows[0]).toEqual({
    id: ids[4],
    rev: 1,
    sealed: sealed(ids[4] ?? ''),
    addedAt: expect.stringMatching(/Z$/) as string,
  })
  for (const name of ['ben', ...strangers] as PolicyName[]) {
    expect(await as(name, (scope) => readEntries(scope, {}))).toEqual({ rows: [], next: null })
    await refused(
      'not-found',
      as(name, (scope) => readEntry(scope, { id: ids[0] ?? '' })),
    )
    await refused(
      'not-found',
      as(name, (scope) => changeEntry(scope, { id: ids[0] ?? '', sealed: sealed('x'), ifMatch: 1 })),
    )
  }
})

test('a batch is answered in its order, with the saved row of a page that existed already', async () => {
  const [first, second] = [id(), id()]
  await as('ana', (scope) => keepEntries(scope, { entries: [{ id: first, sealed: sealed('first') }] }))
  const { rows } = await as('ana', (scope) =>
    keepEntries(scope, {
      entries: [
        { id: second, sealed: sealed('second') },
        { id: first, sealed: sealed('other') },
      ],
    }),
  )
  expect(rows.map((row) => [row.id, row.sealed])).toEqual([
    [second, sealed('second')],
    [first, sealed('first')],
  ])
})

test('two people can use the same id, and neither learns about the page of the other person', async () => {
  const sharedId = id()
  for (const name of ['ana', 'ben'] as const) {
    const { rows } = await as(name, (scope) =>
      keepEntries(scope, { entries: [{ id: sharedId, sealed: sealed(name) }] }),
    )
    expect(rows).toMatchObject([{ id: sharedId, rev: 1, sealed: sealed(name) }])
  }
})

test('a private page changes by version, and a retry of a change gets the same answer', async () => {
  const mine = id()
  await as('ana', (scope) => keepEntries(scope, { entries: [{ id: mine, sealed: sealed('one') }] }))
  const change = { id: mine, sealed: sealed('two'), ifMatch: 1 }
  const saved = await as('ana', (scope) => changeEntry(scope, change))
  expect(saved).toMatchObject({ rev: 2, sealed: sealed('two') })
  expect(await as('ana', (scope) => changeEntry(scope, change))).toEqual(saved)
  const { details } = await refused(
    'version-changed',
    as('ana', (scope) => changeEntry(scope, { ...change, sealed: sealed('other') })),
  )
  expect(details.current).toEqual(saved)
})
