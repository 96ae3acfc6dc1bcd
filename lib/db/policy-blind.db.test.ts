// Blind rows: each person sees only their own until both have answered. Then both see both, and can't change them.
import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '@/lib/testing/database'
import { asPerson, policyNow, couples, putPeople, sessionHash, who, type PolicyName } from '@/lib/testing/policy-people'
import { SEALED_SQL } from '@/lib/testing/sealed'

const { owner, web } = await testDatabase()
const A = `'${who.ana}'`
const plan = '00000000-0000-4000-8000-000000000105'

/** The blind row of each table and a change of it. `answered`: whether the view `answered` shows it too. */
const blind: Record<string, { subject: string; columns: string; values: string; change: string; answered: boolean }> = {
  hope: {
    subject: 'hopes',
    columns: 'fed, more',
    values: `'{emotional}', '{}'`,
    change: `more = '{physical}'`,
    answered: true,
  },
  check_in: { subject: '2026-W48', columns: 'now, wish', values: '4, 3', change: 'now = 5', answered: true },
  felt: { subject: plan, columns: 'felt', values: '5', change: 'felt = 6', answered: false },
  month_note: {
    subject: '2026-11',
    columns: 'id, rev, sealed, written_at',
    values: `gen_random_uuid(), 1, ${SEALED_SQL}, '${policyNow}'`,
    change: 'rev = 2',
    answered: false,
  },
  month_help: {
    subject: '2026-11',
    columns: 'answer',
    values: `'helped'`,
    change: `answer = 'not_done'`,
    answered: false,
  },
}

beforeAll(async () => {
  await putPeople(owner)
  await owner.query(`insert into plan (couple_id, id, on_date, version, title, types, planned_on, minutes, zone)
    values ('${couples.now}', '${plan}', '2026-11-24', 1, 'Soup', '{}', '2026-11-24', 60, 'Europe/Lisbon')`)
  for (const person of [who.ana, who.ben])
    await owner.query(`insert into taking_part (couple_id, plan_id, person_id, day, types, took_part)
      values ('${couples.now}', '${plan}', '${person}', '2026-11-24', '{}', true)`)
})

test('every table with blind rows is listed', async () => {
  const { rows } = await owner.query<{
    table: string
  }>(`select table_name as table from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_schema = 'public' and column_name = 'revealed_at' and table_type = 'BASE TABLE' order by 1`)
  expect(rows.map(({ table }) => table)).toEqual(Object.keys(blind).sort())
})

/** Runs SQL as a person, commits it, and returns the count of its rows. */
async function runAs(person: PolicyName, sql: string): Promise<number | null> {
  await web.query('begin')
  await web.query('select from gate.enter($1, $2)', [sessionHash(person), policyNow])
  const { rowCount } = await web.query(sql)
  await web.query('commit')
  return rowCount
}

test.each(Object.entries(blind))(
  '%s: both people see both rows once both have answered, and can’t change them',
  async (table, { subject, columns, values, change, answered }) => {
    const answer = (owner: PolicyName) =>
      `insert into ${table} (couple_id, subject, person_id, ${columns}) values ('${couples.now}', '${subject}', '${who[owner]}', ${values})`
    const seen = async (person: PolicyName) => {
      const rows = (from: string) =>
        asPerson(
          web,
          person,
          async () => (await web.query(`select 1 from ${from} where subject = '${subject}'`)).rowCount,
        )
      const rowCount = await rows(table)
      expect(await rows('answered')).toBe(answered ? rowCount : 0)
      return rowCount
    }
    expect(await runAs('ana', answer('ana'))).toBe(1)
    expect([await seen('ana'), await seen('ben')]).toEqual([1, 0])
    expect(await runAs('ben', answer('ben'))).toBe(1)
    expect([await seen('ana'), await seen('ben'), await seen('cleo'), await seen('xan')]).toEqual([2, 2, 0, 0])
    expect(
      (await asPerson(web, 'ben', () => web.query(`select 1 from ${table} where revealed_at is not null`))).rowCount,
    ).toBe(2)
    expect(await runAs('ana', `update ${table} set ${change} where person_id = ${A}`)).toBe(0)
    await owner.query(`delete from ${table}`)
  },
)

test('a check-in has seven steps, and each wish has a now', async () => {
  const insert = (columns: string, values: string, week = '2026-W48') =>
    asPerson(web, 'ana', () =>
      web.query(
        `insert into check_in (couple_id, subject, person_id, ${columns}) values ('${couples.now}', '${week}', ${A}, ${values})`,
      ),
    )
  for (const [columns, values, week] of [
    ['now, wish', '0, 1'],
    ['now, wish', '1, 8'],
    ['now, wish', '1, null'],
    ['now, wish, physical_now', '1, 1, 8'],
    ['now, wish, spiritual_wish', '1, 1, 3'],
    ['now, wish', '1, 1', 'hopes'],
  ] as const)
    await expect(insert(columns, values, week)).rejects.toMatchObject({
      code: expect.stringMatching(/^(23502|23514)$/),
    })
  await expect(insert('now, wish, revealed_at', `1, 1, '${policyNow}'`)).rejects.toMatchObject({ code: '42501' })
  expect((await insert('now, wish, physical_now, spiritual_now, spiritual_wish', '1, 7, 1, 7, 1')).rowCount).toBe(1)
})
