import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { closeClients } from '@/lib/db/clients'
import { insertEntries } from '@/lib/db/entries-sql'
import { seams } from '@/lib/seams'
import { testDatabase } from '@/lib/testing/database'
import { asNamed, putPeopleWithSecrets } from '@/lib/testing/journal-people'
import { policyNow } from '@/lib/testing/policy-people'
import { putTestSeams } from '@/lib/testing/test-seams'
import { until } from '@/lib/testing/until'
import { bytesOf } from '@/lib/testing/sealed'

const { owner } = await testDatabase()
putTestSeams(policyNow)
const { counts } = seams()

beforeAll(() => putPeopleWithSecrets(owner))
afterAll(closeClients)
beforeEach(() => owner.query('delete from private_entry'))

const entry = (id: string, text: string) => ({ id, sealed: bytesOf(text) })
const add = (...entries: ReturnType<typeof entry>[]) => asNamed('ana', (scope) => insertEntries(scope, entries))

test('one statement returns new rows and those that exist already', async () => {
  const [a, b] = [crypto.randomUUID(), crypto.randomUUID()]
  await add(entry(a, 'first'))
  counts.clear()
  const rows = await add(entry(b, 'other'), entry(a, 'second'), entry(b, 'third'))
  expect(counts.get('sql')).toBe(4) // begin, enter, insert, commit
  expect(rows.map(({ id, sealed }) => [id, sealed.toString().trim()]).toSorted()).toEqual(
    [
      [a, 'first'],
      [b, 'other'],
    ].toSorted(),
  )
})

test('one entry is one statement, and a second one where its id exists: the row of the first stays', async () => {
  const id = crypto.randomUUID()
  for (const [text, statements] of [
    ['first', 4], // begin, enter, insert, commit
    ['second', 5],
  ] as const) {
    counts.clear()
    const rows = await add(entry(id, text))
    expect(counts.get('sql')).toBe(statements)
    expect(rows.map((row) => [row.id, row.sealed.toString().trim()])).toEqual([[id, 'first']])
  }
})

test('two concurrent requests with the same id both get the row of the first', async () => {
  const id = crypto.randomUUID()
  let commitFirst = () => {}
  const mayCommit = new Promise<void>((resolve) => (commitFirst = resolve))
  let isInserted = () => {}
  const inserted = new Promise<void>((resolve) => (isInserted = resolve))
  const first = asNamed('ana', async (scope) => {
    const rows = await insertEntries(scope, [entry(id, 'first')])
    isInserted()
    await mayCommit
    return rows
  })
  await inserted
  const second = add(entry(id, 'second')) // waits for the first one's commit
  await until('the second request waits', async () => {
    const { rows } = await owner.query('select from pg_locks where not granted')
    return rows.length > 0
  })
  commitFirst()
  for (const rows of [await first, await second])
    expect(rows.map(({ sealed }) => sealed.toString().trim())).toEqual(['first'])
})

test('ids of large rows that exist are answered with as many as fit, in the order given', async () => {
  const ids = Array.from({ length: 5 }, () => crypto.randomUUID())
  const large = 'x'.repeat(540_000)
  for (const id of ids) await add(entry(id, large))
  const given = ids.toSorted()
  const rows = await add(...given.map((id) => entry(id, 'small'.repeat(50))))
  expect(rows.map(({ id }) => id)).toEqual(given.slice(0, 2)) // two of 720 kB in 2 MiB
  expect(rows.every(({ sealed }) => sealed.toString() === large)).toBe(true)
  const batch = Array.from({ length: 100 }, () => entry(crypto.randomUUID(), 'y'.repeat(7800)))
  expect((await add(...batch)).map(({ id }) => id)).toEqual(batch.map(({ id }) => id))
})
