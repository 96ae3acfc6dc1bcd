// How PostgreSQL runs the policies: it inlines the functions of the gate and reads the viewer once per statement.
import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '@/lib/testing/database'
import { asPerson, couples, policyNow, putPeople, who } from '@/lib/testing/policy-people'
import { SEALED_SQL } from '@/lib/testing/sealed'

const { owner, web } = await testDatabase()

beforeAll(() => putPeople(owner))

/** A table of each kind of policy. */
const tables = ['private_entry', 'shared_entry', 'reply', 'hope', 'plan', 'person', 'membership']

test('each kind of policy reads the viewer once per statement, without a call per row', async () => {
  for (const table of tables) {
    const lines = await asPerson(web, 'ana', async () => {
      const { rows } = await web.query<{ 'QUERY PLAN': string }>(`explain (verbose, costs off) select 1 from ${table}`)
      return rows.map((row) => row['QUERY PLAN'].trim())
    })
    expect(lines.filter((line) => line.startsWith('InitPlan')).length, table).toBeGreaterThan(0)
    expect(
      lines.filter((line) => line.includes('gate.')),
      table,
    ).toEqual([]) // inlined
    const settings = lines.filter((line) => line.includes('current_setting'))
    expect(
      settings.filter((line) => !/^Output: \(current_setting\('app\.\w+'::text\)\)::uuid$/.test(line)),
      table,
    ).toEqual([])
    expect(settings.length, table).toBeGreaterThan(0)
  }
})

test('a forgotten enter is an error, not an empty list', async () => {
  await owner.query(
    `insert into shared_entry (couple_id, id, author_id, rev, kind, types, day, sealed, added_at, written_at)
      values ($1, gen_random_uuid(), $2, 1, 'reflection', '{}', '2026-11-24', ${SEALED_SQL}, $3, $3)`,
    [couples.now, who.ana, policyNow],
  )
  await owner.query(
    `insert into plan (couple_id, id, on_date, version, title, types, planned_on, time, minutes, zone)
      values ($1, gen_random_uuid(), '2026-11-24', 1, 'Soup', '{}', '2026-11-24', '20:00', 60, 'Europe/Lisbon')`,
    [couples.now],
  )
  for (const table of ['private_entry', 'shared_entry', 'plan', 'person', 'membership', 'couple'])
    await expect(
      asPerson(web, null, () => web.query(`select 1 from ${table}`)),
      table,
    ).rejects.toMatchObject({ code: expect.stringMatching(/^(42704|22P02)$/) })
})
