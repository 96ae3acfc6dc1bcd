// Lists of sealed rows: a page ends at a number of rows or at one MiB of JSON, the next one continues after it, and no row is lost.
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { closeClients } from '@/lib/db/clients'
import { readCoupleReplies, readEntries, readReplies, readSharedEntries } from '@/lib/journal/reads'
import { readMoments } from '@/lib/moments/reads'
import { seams } from '@/lib/seams'
import { testDatabase } from '@/lib/testing/database'
import { asNamed, putPeopleWithSecrets } from '@/lib/testing/journal-people'
import { couples, policyNow, who } from '@/lib/testing/policy-people'
import { putTestSeams } from '@/lib/testing/test-seams'
import type { Scope } from './with-viewer'
import { MOST_LIST_BYTES } from './sealed-lists'

const { owner } = await testDatabase()
putTestSeams(policyNow)
const { counts } = seams()
const page = randomUUID()
/** The greatest sealed text, in bytes: its base64url has 720,000 characters. */
const LARGEST = 540_000

beforeAll(() => putPeopleWithSecrets(owner))
afterAll(closeClients)
beforeEach(async () => {
  for (const table of ['reply', 'moment_part', 'moment', 'shared_entry', 'private_entry', 'sealed_use'])
    await owner.query(`delete from ${table}`)
})

type ListQuery = { after?: string; limit?: number }
type ListPage = { rows: { id: string; addedAt: string; sealed: string }[]; next: string | null }
type SealedListCase = Readonly<{
  /** Inserts rows of these sizes in bytes, some of them added at one instant. Returns nothing. */
  columns: string
  values: string
  table: string
  before?: () => Promise<unknown>
  list: (scope: Scope, query: ListQuery) => Promise<ListPage>
}>

const shared = `'${couples.now}', '${who.ben}', 1, '2026-11-24'`
const putPage = () =>
  owner.query(
    `insert into shared_entry (couple_id, id, author_id, rev, day, kind, types, sealed, added_at, written_at)
     values ('${couples.now}', $1, '${who.ben}', 1, '2026-11-24', 'reflection', '{}', $2, $3, $3)`,
    [page, Buffer.alloc(600), policyNow],
  )

const cases: Record<string, SealedListCase> = {
  'private pages': {
    table: 'private_entry',
    columns: 'owner_id, rev',
    values: `'${who.ana}', 1`,
    list: readEntries,
  },
  'shared pages': {
    table: 'shared_entry',
    columns: 'couple_id, author_id, rev, day, kind, types',
    values: `${shared}, 'voice', '{emotional,spiritual}'`,
    list: readSharedEntries,
  },
  'replies to a page': {
    table: 'reply',
    columns: 'couple_id, author_id, rev, day, page_id',
    values: `${shared}, '${page}'`,
    before: putPage,
    list: (scope, query) => readReplies(scope, { pageId: page, ...query }),
  },
  'replies of a couple': {
    table: 'reply',
    columns: 'couple_id, author_id, rev, day, page_id',
    values: `${shared}, '${page}'`,
    before: putPage,
    list: readCoupleReplies,
  },
  moments: {
    table: 'moment',
    columns: 'couple_id, author_id, rev, day, types, who',
    values: `${shared}, '{emotional}', 'both'`,
    list: readMoments,
  },
}

/** Inserts rows with the ids and the sizes given; every third is added at the instant of the one before. */
async function putRows({ table, columns, values }: SealedListCase, sizes: readonly number[]): Promise<string[]> {
  const ids = sizes.map(() => randomUUID())
  for (const [index, size] of sizes.entries())
    await owner.query(
      `insert into ${table} (id, ${columns}, sealed, added_at, written_at)
       values ($1, ${values}, $2, $3::timestamptz + make_interval(secs => $4), $3)`,
      [ids[index], Buffer.alloc(size, 7), policyNow, Math.floor(index / 3)],
    )
  return ids
}

/** Reads a list to its end, and checks the size of every page. */
async function readToEnd({ list }: SealedListCase, limit: number): Promise<ListPage['rows']> {
  const rows: ListPage['rows'] = []
  for (let after: string | undefined, more = true; more; ) {
    const found = await asNamed('ana', (scope) => list(scope, { limit, ...(after !== undefined && { after }) }))
    expect(found.rows.length).toBeLessThanOrEqual(limit)
    if (found.next !== null) expect(found.rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(found).length).toBeLessThanOrEqual(MOST_LIST_BYTES)
    rows.push(...found.rows)
    after = found.next ?? undefined
    more = found.next !== null
  }
  return rows
}

test.each(Object.entries(cases))(
  '%s: many of the greatest size come in pages of one MiB, each once, newest first',
  async (_, sealedList) => {
    await sealedList.before?.()
    const ids = await putRows(sealedList, Array<number>(12).fill(LARGEST))
    const rows = await readToEnd(sealedList, 100)
    expect(rows.map(({ id }) => id).sort()).toEqual(ids.toSorted())
    const keys = rows.map(({ addedAt, id }) => `${addedAt} ${id}`)
    expect(keys).toEqual(keys.toSorted().reverse())
  },
)

test.each(Object.entries(cases))('%s: pages of any sizes hold every row once', async (_, sealedList) => {
  await sealedList.before?.()
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(fc.integer({ min: 200, max: 3000 }), fc.integer({ min: 200_000, max: LARGEST })), {
        minLength: 1,
        maxLength: 9,
      }),
      fc.integer({ min: 1, max: 5 }),
      async (sizes, limit) => {
        await owner.query(`delete from ${sealedList.table}`)
        if (sealedList.table === 'shared_entry') await owner.query('delete from reply')
        const ids = await putRows(sealedList, sizes)
        const rows = await readToEnd(sealedList, limit)
        expect(rows.map(({ id }) => id).sort()).toEqual(ids.toSorted())
        expect(rows.map(({ sealed }) => sealed.length).sort()).toEqual(
          sizes.map((size) => Math.ceil((size * 4) / 3)).sort(),
        )
      },
    ),
    { numRuns: 6 },
  )
})

test('a list is one statement, and small rows come up to the limit', async () => {
  const sealedList = cases['private pages']
  if (!sealedList) throw new Error('There is no such list.')
  await putRows(sealedList, Array<number>(31).fill(1400))
  counts.clear()
  const first = await asNamed('ana', (scope) => readEntries(scope, {}))
  expect([first.rows.length, first.next === null, counts.get('sql')]).toEqual([30, false, 4]) // begin, enter, select, commit
  expect(await asNamed('ben', (scope) => readEntries(scope, {}))).toEqual({ rows: [], next: null })
  await owner.query(`delete from private_entry where id = $1`, [first.rows[0]?.id])
  expect((await asNamed('ana', (scope) => readEntries(scope, {}))).next).toBeNull()
})
