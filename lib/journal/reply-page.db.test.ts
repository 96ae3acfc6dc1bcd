// A reply keeps the types of its page and whether that was taken back: always those of now, whichever of two writes comes first.
import { cpSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { connect, withConnection, type Client } from '@/lib/db/connection'
import { migrate } from '@/lib/db/migrate'
import { cloneDatabase, theCluster } from '@/lib/testing/cluster'
import { testDatabase } from '@/lib/testing/database'
import { asPerson, couples, policyNow, putPeople, who } from '@/lib/testing/policy-people'
import { SEALED_SQL } from '@/lib/testing/sealed'
import { temporaryFolder } from '@/lib/testing/temporary-folder'

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

test('a reply is edited while its page is taken back, in either order: both are kept', async () => {
  const edit = `update reply set rev = rev + 1, sealed = ${SEALED_SQL}`
  for (const [first, second] of [
    [edit, takeBack],
    [takeBack, edit],
  ] as const) {
    await owner.query('delete from reply')
    await owner.query(`update shared_entry set removed = false, types = '{emotional}'`)
    await owner.query(insertSql())
    await runAtOnce(first, second)
    expect(await keptByReply()).toEqual([{ types: [], removed: true }])
    expect((await owner.query('select rev from reply')).rows).toEqual([{ rev: 2 }])
  }
})

test('replies from before have what their pages have, whatever came of those', async () => {
  const [before, after] = [temporaryFolder(), path.join('prisma', 'migrations')]
  for (const name of readdirSync(after).filter((each) => each < '0020'))
    cpSync(path.join(after, name), path.join(before, name), { recursive: true })
  const database = await cloneDatabase(theCluster(), 'template0')
  await migrate(database.ownerUrl, before)
  const rows = await withConnection(database.ownerUrl, async (old) => {
    await putPeople(old)
    // pages with types, without, taken back, and of a former couple; two replies each, one of them removed
    await old.query(`insert into shared_entry (couple_id, id, author_id, rev, kind, types, removed, day, sealed, added_at, written_at)
      select c::uuid, gen_random_uuid(), '${who.ana}', 1, 'reflection', t::intimacy_type[], r, '2026-01-24', ${SEALED_SQL}, '${policyNow}', '${policyNow}'
      from unnest(array['${couples.now}', '${couples.former}']) c,
        (values ('{}', false), ('{emotional,spiritual}', false), ('{}', true)) v (t, r)`)
    await old.query(`insert into reply (couple_id, id, page_id, author_id, rev, day, sealed, removed, added_at, written_at)
      select couple_id, gen_random_uuid(), id, author_id, 1, day, sealed, gone, added_at, written_at from shared_entry, unnest(array[true, false]) gone`)
    await migrate(database.ownerUrl, after)
    const found = await old.query<{ same: boolean }>(
      `select r.page_types = p.types and r.page_removed = p.removed as same from reply r join shared_entry p on p.couple_id = r.couple_id and p.id = r.page_id`,
    )
    return found.rows
  })
  await database.drop()
  expect(rows).toEqual(Array.from({ length: 12 }, () => ({ same: true })))
})
