// A reply keeps the types of its page and whether that was taken back: always those of now, whichever of two writes comes first.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { connect, type Client } from '@/lib/db/connection'
import { testDatabase } from '@/lib/testing/database'
import { asPerson, couples, policyNow, putPeople, who } from '@/lib/testing/policy-people'
import { SEALED_SQL } from '@/lib/testing/sealed'

const { owner, web, ownerUrl } = await testDatabase()
const other = await connect(ownerUrl)
const [page, reply] = ['00000000-0000-4000-8000-000000000101', '00000000-0000-4000-8000-000000000102']

beforeAll(() => putPeople(owner))
afterAll(() => other.end())
beforeEach(async () => {
  await owner.query('delete from reply')
  await owner.query('delete from shared_entry')
  await owner.query(`insert into shared_entry (couple_id, id, author_id, rev, kind, types, day, sealed, added_at, written_at)
    values ('${couples.now}', '${page}', '${who.ana}', 1, 'reflection', '{emotional}', '2026-11-24', ${SEALED_SQL}, '${policyNow}', '${policyNow}')`)
})

const insertSql = (more: readonly [columns: string, values: string] = ['', '']) =>
  `insert into reply (couple_id, id, page_id, author_id, rev, day, sealed, added_at, written_at${more[0]})
   values ('${couples.now}', '${reply}', '${page}', '${who.ben}', 1, '2026-11-24', ${SEALED_SQL}, '${policyNow}', '${policyNow}'${more[1]})`
const takeBack = `update shared_entry set removed = true, types = '{}'`

async function keptByReply(): Promise<unknown> {
  const { rows } = await owner.query('select page_types::text[] as types, page_removed as removed from reply')
  return rows
}

const fedByReply = async (name: 'ana' | 'ben') =>
  asPerson(web, name, async () => (await web.query(`select type from feeding where source = 'reply'`)).rows)

test('a reply follows its page, and feeds as it does', async () => {
  await owner.query(insertSql())
  expect(await keptByReply()).toEqual([{ types: ['emotional'], removed: false }])
  expect([await fedByReply('ana'), await fedByReply('ben')]).toEqual([[{ type: 'emotional' }], [{ type: 'emotional' }]])
  await owner.query(takeBack)
  expect(await keptByReply()).toEqual([{ types: [], removed: true }])
  expect([await fedByReply('ana'), await fedByReply('ben')]).toEqual([[], []])
  await owner.query(`update shared_entry set removed = false, types = '{physical}'`)
  expect(await keptByReply()).toEqual([{ types: ['physical'], removed: false }])
  await owner.query('update reply set removed = true')
  expect([await fedByReply('ana'), await fedByReply('ben')]).toEqual([[], []])
})

test('whoever replies does not choose what is kept of the page', async () => {
  const claimed = [', page_types, page_removed', `, '{physical}', true`] as const
  const kept = await asPerson(web, 'ben', async () => {
    await web.query(insertSql(claimed))
    return (await web.query('select page_types::text[] as types, page_removed as removed from reply')).rows
  })
  expect(kept).toEqual([{ types: ['emotional'], removed: false }])
  await owner.query(takeBack)
  await expect(asPerson(web, 'ben', () => web.query(insertSql([', page_removed', ', false'])))).rejects.toMatchObject({
    code: '42501',
  })
  await owner.query(insertSql())
  await expect(asPerson(web, 'ben', () => web.query('update reply set page_removed = false'))).rejects.toMatchObject({
    code: '42501',
  })
})

/** Runs `first` without committing, sends `second` on another connection, commits when it waits, and returns when both are done. */
async function runAtOnce(first: string, second: string): Promise<void> {
  await owner.query('begin')
  await owner.query(first)
  const waiting = other.query(second)
  await untilWaiting(other)
  await owner.query('commit')
  await waiting
}

async function untilWaiting(client: Client): Promise<void> {
  const { processID } = client as unknown as { processID: number }
  for (;;) {
    const { rowCount } = await web.query('select from pg_locks where pid = $1 and not granted', [processID])
    if (rowCount) return
    await new Promise((done) => setTimeout(done, 10))
  }
}

test('a reply and a taking back at once, in either order', async () => {
  await runAtOnce(insertSql(), takeBack)
  expect(await keptByReply()).toEqual([{ types: [], removed: true }])
  await owner.query('delete from reply')
  await owner.query(`update shared_entry set removed = false, types = '{emotional}'`)
  await runAtOnce(takeBack, insertSql())
  expect(await keptByReply()).toEqual([{ types: [], removed: true }])
})
