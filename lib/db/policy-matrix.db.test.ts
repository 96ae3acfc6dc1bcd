// Tables x commands x people. Each table of a couple or of a person is listed with what each person can do to a row of
// ana's, in her couple with ben and in her former couple with xan. policy-directory has the tables of people and
// couples, policy-blind has blind rows after both have answered.
import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '@/lib/testing/database'
import {
  asPerson,
  policyNow,
  couples,
  putPeople,
  who,
  whoMay,
  type PolicyPerson,
  type PolicyName,
} from '@/lib/testing/policy-people'
import { closing, entry, id, rows, sharedEntry, type MatrixRow } from '@/lib/testing/policy-rows'
import { SEALED_SQL } from '@/lib/testing/sealed'

const { owner, web } = await testDatabase()

/** Who may see, add and change rows of ana's present couple, by table. Nobody else may. */
const mayNow: Record<string, { see: PolicyPerson[]; add: PolicyPerson[]; change: PolicyPerson[] }> = {
  private_entry: { see: ['ana'], add: ['ana'], change: ['ana'] },
  shared_entry: { see: ['ana', 'ben'], add: ['ana'], change: ['ana'] },
  reply: { see: ['ana', 'ben'], add: ['ana'], change: ['ana'] },
  moment: { see: ['ana', 'ben'], add: ['ana'], change: ['ana'] },
  moment_part: { see: ['ana', 'ben'], add: ['ana'], change: ['ana'] },
  hope: { see: ['ana'], add: ['ana'], change: ['ana'] },
  check_in: { see: ['ana'], add: ['ana'], change: ['ana'] },
  month_note: { see: ['ana'], add: ['ana'], change: ['ana'] },
  month_help: { see: ['ana'], add: ['ana'], change: ['ana'] },
  month_closing: { see: ['ana', 'ben'], add: ['ana'], change: [] },
  month_change: { see: ['ana', 'ben'], add: ['ana'], change: [] },
  ritual: { see: ['ana', 'ben'], add: ['ana'], change: ['ana', 'ben'] },
  ritual_terms: { see: ['ana', 'ben'], add: ['ana'], change: [] },
  agreement: { see: ['ana', 'ben'], add: ['ana'], change: [] },
  terms_closing: { see: ['ana', 'ben'], add: ['ana'], change: [] },
  ritual_pause: { see: ['ana', 'ben'], add: ['ana'], change: [] },
  meaning: { see: ['ana', 'ben'], add: ['ana'], change: ['ana'] },
  plan: { see: ['ana', 'ben'], add: ['ana', 'ben'], change: ['ana', 'ben'] },
  plan_item: { see: ['ana', 'ben'], add: ['ana', 'ben'], change: ['ana', 'ben'] },
  week_ready: { see: ['ana', 'ben'], add: ['ana'], change: ['ana'] },
  felt: { see: ['ana'], add: ['ana'], change: ['ana'] },
  plan_line: { see: ['ana', 'ben'], add: ['ana'], change: ['ana'] },
  taking_part: { see: ['ana', 'ben'], add: ['ana'], change: ['ana'] },
}

/** Who may see rows of ana's former couple with xan. Nobody adds or changes any, except ana her private entries. */
const seeFormer: Record<string, PolicyPerson[]> = {
  private_entry: ['ana'],
  shared_entry: ['ana'],
  reply: ['ana'],
  moment: ['ana'],
  moment_part: ['ana'],
  hope: ['ana'],
  check_in: ['ana'],
  meaning: ['ana'],
  month_note: ['ana'],
  month_help: ['ana'],
  month_change: ['ana'],
  month_closing: ['ana', 'xan'],
  ritual: ['ana', 'xan'],
  ritual_terms: ['ana', 'xan'],
  agreement: ['ana', 'xan'],
  terms_closing: ['ana', 'xan'],
  ritual_pause: ['ana', 'xan'],
  plan: ['ana', 'xan'],
  taking_part: ['ana', 'xan'],
  plan_item: ['ana', 'xan'],
  week_ready: ['ana', 'xan'],
  felt: ['ana'],
  plan_line: ['ana'],
}

const withCouple = (sql: string, coupleId: string) => sql.replaceAll('$1', `'${coupleId}'`)

/** Inserts rows as the owner, runs `attempt` as each person, deletes the rows, and returns for whom it succeeded. */
async function findPermitted(
  table: string,
  coupleId: string,
  exists: boolean,
  attempt: (row: MatrixRow) => Promise<boolean>,
): Promise<PolicyPerson[]> {
  const row = rows[table]
  if (!row) throw new Error(table)
  const put = [...(row.before ?? []), ...(exists ? [row.insert] : [])]
  for (const sql of put) await owner.query(withCouple(sql, coupleId))
  try {
    return await whoMay(web, () => attempt(row))
  } finally {
    for (const emptied of [
      'felt',
      'plan_line',
      'week_ready',
      'plan_item',
      'taking_part',
      'plan',
      'meaning',
      'ritual_pause',
      'terms_closing',
      'agreement',
      'ritual_terms',
      'ritual',
      'month_change',
      'month_closing',
      'month_help',
      'month_note',
      'check_in',
      'hope',
      'moment_part',
      'moment',
      'reply',
      'shared_entry',
      'private_entry',
    ]) {
      await owner.query(`delete from ${emptied}`)
    }
  }
}

const tables = Object.keys(rows)

beforeAll(async () => {
  await putPeople(owner)
  await owner.query(`set app.now = '${policyNow}'`) // the owner never enters, and the trigger of blind rows reads this setting
})

test('every table that the web role may write is listed here or is of the directory', async () => {
  const directory = ['person', 'account', 'session', 'invite', 'couple', 'membership', 'sealed_use']
  const views = ['feeding', 'answered', 'planned', 'ritual_version', 'kept_plan', 'former_month', 'agreed_ritual'] // they show each person the rows of these tables
  const { rows: granted } = await owner.query<{
    table: string
  }>(`select distinct table_name as table from information_schema.column_privileges
    where grantee = 'fivefold_web' order by 1`)
  expect(granted.map(({ table }) => table).filter((table) => ![...directory, ...views].includes(table))).toEqual(
    [...tables].sort(),
  )
})

for (const [name, coupleId, see, add, change] of [
  [
    'the present couple',
    couples.now,
    (t: string) => mayNow[t]?.see,
    (t: string) => mayNow[t]?.add,
    (t: string) => mayNow[t]?.change,
  ],
  [
    'the former couple',
    couples.former,
    (t: string) => seeFormer[t],
    (t: string) => (t === 'private_entry' ? ['ana'] : []),
    (t: string) => (t === 'private_entry' ? ['ana'] : []),
  ],
] as const) {
  test.each(tables)(`%s of ${name}: who sees it`, async (table) => {
    const may = await findPermitted(
      table,
      coupleId,
      true,
      async (row) => (await web.query(`select 1 from ${table} where ${row.where}`)).rowCount === 1,
    )
    expect(may).toEqual(see(table))
  })
  test.each(tables)(`%s of ${name}: who adds it in ana’s name`, async (table) => {
    const may = await findPermitted(table, coupleId, false, async (row) => {
      const { rowCount } = await web.query(withCouple(row.insert, coupleId))
      return rowCount === 1
    })
    expect(may).toEqual(add(table))
  })
  test.each(tables)(`%s of ${name}: who changes it`, async (table) => {
    const may = await findPermitted(
      table,
      coupleId,
      true,
      async (row) =>
        row.update !== undefined &&
        (await web.query(`update ${table} set ${row.update} where ${row.where}`)).rowCount === 1,
    )
    expect(may).toEqual(change(table))
  })
}

test.each(tables)('%s: nobody deletes rows, because clients make the ids', async (table) => {
  expect(
    await findPermitted(
      table,
      couples.now,
      true,
      async (row) => (await web.query(`delete from ${table} where ${row.where}`)).rowCount === 1,
    ),
  ).toEqual([])
})

test('a month is closed once, by the partner of the version’s author, and only the author adds the text of its change', async () => {
  await owner.query(withCouple(closing, couples.now))
  const closeAs = (person: PolicyName, number: number, closes: boolean, author: PolicyName = person) =>
    asPerson(web, person, async () => {
      await web.query(
        `insert into month_closing values ('${couples.now}', '2026-11', ${number}, '${who[author]}', ${closes}, null, false, '${policyNow}')`,
      )
      return 'saved'
    }).catch((error: unknown) => (error as { code?: string }).code)
  expect(await closeAs('ben', 2, true)).toBe('saved')
  expect(await closeAs('ana', 2, true)).toBe('23514') // ana's own version
  expect(await closeAs('ben', 3, true)).toBe('23514') // no version before it
  expect(await closeAs('ben', 1, false)).toBe('23505') // the number is taken
  expect(await closeAs('ben', 2, false, 'ana')).toBe('42501')
  await owner.query(
    `insert into month_closing values ('${couples.now}', '2026-11', 2, '${who.ben}', true, null, false, '${policyNow}')`,
  )
  await owner.query(
    `insert into month_closing values ('${couples.now}', '2026-11', 3, '${who.ana}', false, null, false, '${policyNow}')`,
  )
  expect(await closeAs('ben', 4, true)).toBe('23505') // closed already
  const addChange = (person: PolicyName, number: number) =>
    asPerson(web, person, async () => {
      await web.query(
        `insert into month_change values ('${couples.now}', '2026-11', ${number}, '${who[person]}', gen_random_uuid(), ${SEALED_SQL}, '${policyNow}')`,
      )
      return 'saved'
    }).catch((error: unknown) => (error as { code?: string }).code)
  expect([
    await addChange('ana', 1),
    await addChange('ben', 1),
    await addChange('ana', 3),
    await addChange('ben', 2),
  ]).toEqual(['saved', '42501', '42501', '42501'])
  await owner.query('delete from month_closing')
})

test('after an entry is removed, only its author sees a reply', async () => {
  await owner.query(withCouple(sharedEntry(who.ana), couples.now))
  await owner.query(`insert into reply (couple_id, id, page_id, author_id, rev, day, sealed, added_at, written_at)
    values ('${couples.now}', '${id('21')}', '${entry}', '${who.ben}', 1, '2026-11-24', ${SEALED_SQL}, '${policyNow}', '${policyNow}')`)
  const sees = async (person: PolicyName) =>
    asPerson(web, person, async () => (await web.query('select 1 from reply')).rowCount)
  expect([await sees('ana'), await sees('ben')]).toEqual([1, 1])
  await owner.query(`update shared_entry set removed = true, types = '{}'`)
  expect([await sees('ana'), await sees('ben'), await sees('xan')]).toEqual([0, 1, 0])
  await owner.query('delete from reply')
  await owner.query('delete from shared_entry')
})
