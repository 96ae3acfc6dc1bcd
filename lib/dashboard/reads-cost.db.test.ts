// What the picture costs a couple with ten acts a day for a year, among two hundred thousand rows of other couples.
// Measured in database pages, which are the same on every machine.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPeople } from '@/lib/couples/reads'
import { closeClients } from '@/lib/db/clients'
import { paired } from '@/lib/testing/as-person'
import { testDatabase } from '@/lib/testing/database'
import { explained, planNodes } from '@/lib/testing/explained'
import { putPeopleWithSecrets } from '@/lib/testing/journal-people'
import { couples, who } from '@/lib/testing/policy-people'
import { putTestSeams } from '@/lib/testing/test-seams'
import { readDashboard, readDaysFed } from './reads'
import { bundleOf, SEALED_SQL } from '@/lib/testing/sealed'

const { owner, web } = await testDatabase()
putTestSeams('2026-11-24T12:00:00Z')
afterAll(closeClients)

const OTHERS = 190
const DAYS = 365
/** Seventeen weeks for the picture, which needs each type's rhythm, and eight weeks for the list. */
const MOST_BUFFERS = { picture: 90, list: 60 }

/**
 * Inserts acts day by day, this couple's mixed with those of others. This couple has ten a day: seven moments of both,
 * a page, a reply, a plan that both took part in. Each other couple has three every second day.
 */
async function putActs(): Promise<void> {
  const sql = (text: string) => owner.query(text)
  await sql(
    `create temp table many as select gen_random_uuid() as couple_id, gen_random_uuid() as one, gen_random_uuid() as other, n from generate_series(1, ${OTHERS}) n`,
  )
  await sql(
    `insert into person (id, name, zone, bundle) select p, 'Somebody', 'Europe/Lisbon', '${JSON.stringify(bundleOf(who.ana))}' from many, lateral (values (one), (other)) as v (p)`,
  )
  await sql(
    `insert into couple (id, week_start, started_at, started_on) select couple_id, 1, '2025-01-01', '2025-01-01' from many`,
  )
  await sql(
    `insert into membership (couple_id, person_id, slot, joined_at) select couple_id, p, slot, '2025-01-01' from many, lateral (values (one, 1), (other, 2)) as v (p, slot)`,
  )
  await sql(`insert into many values ('${couples.now}', '${who.ana}', '${who.ben}', 0)`)
  await sql(`create temp table acts as
    select couple_id, one, other, case when n > 0 and act > 0 then act + 6 else act end as act, gen_random_uuid() as id, '2026-11-24'::date - back as day,
      '2026-11-24T12:00:00Z'::timestamptz - make_interval(days => back, hours => act) as at,
      (array['{emotional}', '{physical}', '{intellectual}', '{experiential}', '{emotional,spiritual}'])[1 + (act + back) % 5]::intimacy_type[] as types
    from generate_series(${DAYS}, 0, -1) back cross join many cross join lateral generate_series(0, case when n = 0 then 9 else 3 end) act
    where n = 0 or (n + back) % 2 = 0 order by back desc, act, random()`)
  await sql(`insert into moment (couple_id, id, author_id, rev, day, types, who, sealed, added_at, written_at)
    select couple_id, id, one, 1, day, types, 'both', ${SEALED_SQL}, at, at from acts where act < 7`)
  await sql(
    `insert into moment_part (couple_id, moment_id, person_id, day, types) select couple_id, id, p, day, types from acts, lateral (values (one), (other)) as v (p) where act < 7`,
  )
  await sql(`insert into shared_entry (couple_id, id, author_id, rev, kind, types, day, sealed, added_at, written_at)
    select couple_id, id, case when extract(day from day)::int % 2 = 0 then one else other end, 1, 'reflection', types, day, ${SEALED_SQL}, at, at from acts where act = 7`)
  await sql(`insert into reply (couple_id, id, page_id, author_id, rev, day, sealed, added_at, written_at)
    select p.couple_id, gen_random_uuid(), p.id, case when p.author_id = m.one then m.other else m.one end, 1, p.day, ${SEALED_SQL}, p.added_at, p.added_at
    from shared_entry p join many m using (couple_id) order by p.day`)
  await sql(`insert into plan (couple_id, id, on_date, version, title, types, planned_on, time, minutes, zone)
    select couple_id, id, day, 1, 'Soup', types, day, '20:00', 60, 'Europe/Lisbon' from acts where act = 9`)
  await sql(
    `insert into taking_part (couple_id, plan_id, person_id, day, types, took_part) select couple_id, id, p, day, types, true from acts, lateral (values (one), (other)) as v (p) where act = 9`,
  )
  await sql('vacuum analyze')
}

beforeAll(async () => {
  await putPeopleWithSecrets(owner)
  await putActs()
})

test('the picture of a busy couple touches few pages and scans no table, whatever other couples have stored', async () => {
  const { rows } = await owner.query<{
    n: string
  }>(`select sum(n) as n from (select count(*) n from moment_part union all select count(*) from shared_entry
    union all select count(*) from reply union all select count(*) from taking_part) s`)
  expect(Number(rows[0]?.n)).toBeGreaterThan(200_000)
  const found = await explained(
    { owner, web },
    'ana',
    async (scope) => {
      await readDaysFed(paired(scope), await readPeople(scope))
      await readDashboard(paired(scope), {})
    },
    (text) => text.includes('"feeding"'),
  )
  expect(found).toHaveLength(2)
  for (const [index, { plan }] of found.entries()) {
    expect(
      planNodes(plan)
        .filter((node) => node['Node Type'] === 'Seq Scan')
        .map((node) => node['Relation Name']),
    ).toEqual([])
    expect(plan['Shared Hit Blocks'] + plan['Shared Read Blocks']).toBeLessThanOrEqual(
      index === 0 ? MOST_BUFFERS.picture : MOST_BUFFERS.list,
    )
  }
})
