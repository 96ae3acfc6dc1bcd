// Tables x commands x persons. Every table of a couple's or of one's own is listed with what each person can do to one row of
// ana's: in her couple with ben, and in her former couple with xan. Who is who is asked in policy-directory, and what blind rows
// show once both have answered in policy-blind.
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

const { owner, web } = await testDatabase()

/** A row of ana's in a couple (or of hers alone): how it is put there, seen, changed, removed. `$1` is the couple, `$2` the row's id. */
type MatrixRow = {
  /** Columns and values of the row, in SQL. The first insert is what is tried as each person; the others are what it needs. */
  insert: string
  before?: readonly string[]
  where: string
  update?: string
}

const id = (last: string) => `00000000-0000-4000-8000-0000000001${last}`
const A = `'${who.ana}'`
const page = id('01')
const sharedPage = (
  ritualId: string,
) => `insert into shared_entry (couple_id, id, author_id, rev, kind, types, day, sealed, added_at, written_at)
  values ($1, '${page}', '${ritualId}', 1, 'reflection', '{emotional}', '2026-11-24', 's', '${policyNow}', '${policyNow}')`
const moment = `insert into moment (couple_id, id, author_id, rev, day, types, who, sealed, added_at, written_at)
  values ($1, '${id('02')}', ${A}, 1, '2026-11-24', '{emotional}', 'both', 's', '${policyNow}', '${policyNow}')`
const ritual = `insert into ritual (couple_id, id, proposer_id, proposed_at) values ($1, '${id('03')}', ${A}, '${policyNow}')`
const terms = `insert into ritual_terms (couple_id, id, ritual_id, proposer_id, proposed_at, title, types, weekdays, starts_on, every_weeks, time, minutes, zone, week_start)
  values ($1, '${id('04')}', '${id('03')}', ${A}, '${policyNow}', 'Soup', '{experiential}', '{4}', '2026-11-26', 1, '20:00', 60, 'Europe/Lisbon', 1)`
const agree = (ritualId: string) =>
  `insert into agreement (couple_id, terms_id, person_id, agreed_at) select $1, '${ritualId}', person_id, '${policyNow}' from membership where couple_id = $1`
const suggested = terms
  .replace(id('04'), id('06'))
  .replace('(couple_id, id, ', '(version, couple_id, id, ')
  .replace('values ($1', 'values (2, $1')
const plan = `insert into plan (couple_id, id, ritual_id, on_date, version, title, types, planned_on, time, minutes, zone)
  values ($1, '${id('05')}', '${id('03')}', '2026-11-26', 1, 'Soup', '{experiential}', '2026-11-26', '20:00', 60, 'Europe/Lisbon')`

const closing = `insert into month_closing (couple_id, month, number, person_id, closes, focus, with_change, said_at)
  values ($1, '2026-11', 1, ${A}, false, 'emotional', true, '${policyNow}')`

const rows: Record<string, MatrixRow> = {
  private_entry: {
    insert: `insert into private_entry (owner_id, id, rev, sealed, added_at, written_at) values (${A}, '${id('10')}', 1, 's', '${policyNow}', '${policyNow}')`,
    where: `id = '${id('10')}'`,
    update: 'rev = rev + 1',
  },
  shared_entry: { insert: sharedPage(who.ana), where: `id = '${page}'`, update: 'rev = rev + 1' },
  reply: {
    before: [sharedPage(who.ana)],
    insert: `insert into reply (couple_id, id, page_id, author_id, rev, day, sealed, added_at, written_at)
      values ($1, '${id('11')}', '${page}', ${A}, 1, '2026-11-24', 's', '${policyNow}', '${policyNow}')`,
    where: `id = '${id('11')}'`,
    update: 'rev = rev + 1',
  },
  moment: { insert: moment, where: `id = '${id('02')}'`, update: 'rev = rev + 1' },
  moment_part: {
    before: [moment],
    insert: `insert into moment_part (couple_id, moment_id, person_id, day, types) values ($1, '${id('02')}', ${A}, '2026-11-24', '{emotional}')`,
    where: `moment_id = '${id('02')}' and person_id = ${A}`,
    update: 'taken_out = true',
  },
  hope: {
    insert: `insert into hope (couple_id, subject, person_id, fed, more) values ($1, 'hopes', ${A}, '{emotional}', '{}')`,
    where: `subject = 'hopes' and person_id = ${A}`,
    update: `more = '{physical}'`,
  },
  check_in: {
    insert: `insert into check_in (couple_id, subject, person_id, now, wish, emotional_now) values ($1, '2026-W48', ${A}, 4, 3, 5)`,
    where: `subject = '2026-W48' and person_id = ${A}`,
    update: 'wish = 5, emotional_wish = 2',
  },
  month_note: {
    insert: `insert into month_note (couple_id, subject, person_id, id, rev, sealed, written_at) values ($1, '2026-11', ${A}, '${id('13')}', 1, 's', '${policyNow}')`,
    where: `subject = '2026-11' and person_id = ${A}`,
    update: 'rev = rev + 1',
  },
  month_help: {
    insert: `insert into month_help (couple_id, subject, person_id, answer) values ($1, '2026-10', ${A}, 'helped')`,
    where: `subject = '2026-10' and person_id = ${A}`,
    update: `answer = 'a_little'`,
  },
  month_closing: { insert: closing, where: 'number = 1' },
  month_change: {
    before: [closing],
    insert: `insert into month_change (couple_id, month, number, person_id, id, sealed, written_at) values ($1, '2026-11', 1, ${A}, '${id('14')}', 's', '${policyNow}')`,
    where: 'number = 1',
  },
  ritual: {
    insert: ritual,
    where: `id = '${id('03')}'`,
    update: `ended_at = '${policyNow}', ended_by_id = current_setting('app.person')::uuid`,
  },
  ritual_terms: { before: [ritual], insert: terms, where: `id = '${id('04')}'` },
  agreement: {
    before: [ritual, terms],
    insert: `insert into agreement (couple_id, terms_id, person_id, agreed_at) values ($1, '${id('04')}', ${A}, '${policyNow}')`,
    where: `terms_id = '${id('04')}' and person_id = ${A}`,
  },
  terms_closing: {
    before: [ritual, terms, agree(id('04')), suggested],
    insert: `insert into terms_closing (couple_id, terms_id, person_id, closed_at) values ($1, '${id('06')}', ${A}, '${policyNow}')`,
    where: `terms_id = '${id('06')}'`,
    update: `closed_at = '${policyNow}'`,
  },
  ritual_pause: {
    before: [ritual, terms, agree(id('04'))],
    insert: `insert into ritual_pause (couple_id, ritual_id, person_id, said_at, from_day) values ($1, '${id('03')}', ${A}, '${policyNow}', '2026-11-24')`,
    where: `ritual_id = '${id('03')}'`,
    update: `to_day = '2026-11-24'`,
  },
  meaning: {
    before: [ritual],
    insert: `insert into meaning (couple_id, ritual_id, person_id, id, rev, sealed, written_at) values ($1, '${id('03')}', ${A}, '${id('12')}', 1, 's', '${policyNow}')`,
    where: `id = '${id('12')}'`,
    update: 'rev = rev + 1',
  },
  plan: { before: [ritual], insert: plan, where: `id = '${id('05')}'`, update: `version = 2, place = 'the kitchen'` },
  plan_item: {
    before: [ritual, plan],
    insert: `insert into plan_item (couple_id, plan_id, id, version, text, who_id, added_at) values ($1, '${id('05')}', '${id('13')}', 1, 'Lentils', ${A}, '${policyNow}')`,
    where: `id = '${id('13')}'`,
    update: 'version = 2, done = true',
  },
  felt: {
    before: [ritual, plan],
    insert: `insert into felt (couple_id, subject, person_id, felt) values ($1, '${id('05')}', ${A}, 5)`,
    where: `subject = '${id('05')}' and person_id = ${A}`,
    update: 'felt = 6',
  },
  plan_line: {
    before: [ritual, plan],
    insert: `insert into plan_line (couple_id, plan_id, person_id, id, rev, sealed, written_at) values ($1, '${id('05')}', ${A}, '${id('14')}', 1, 's', '${policyNow}')`,
    where: `id = '${id('14')}'`,
    update: 'rev = rev + 1',
  },
  week_ready: {
    insert: `insert into week_ready (couple_id, week, person_id, version) values ($1, '2026-W48', ${A}, 'as it is')`,
    where: `week = '2026-W48' and person_id = ${A}`,
    update: 'version = null',
  },
  taking_part: {
    before: [ritual, plan],
    insert: `insert into taking_part (couple_id, plan_id, person_id, day, types, took_part) values ($1, '${id('05')}', ${A}, '2026-11-26', '{experiential}', true)`,
    where: `plan_id = '${id('05')}' and person_id = ${A}`,
    update: 'took_part = false',
  },
}

/** Who may, by table; everybody else may not. Rows of the couple that ana is in now. */
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

/** Who may see rows of ana's former couple with xan; nobody adds to it or changes it, except what is ana's own alone. */
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

/** Puts rows there as the owner, tries as each person, and takes them out again. */
async function tried(
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
    for (const each of [
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
      await owner.query(`delete from ${each}`)
    }
  }
}

const tables = Object.keys(rows)

beforeAll(async () => {
  await putPeople(owner)
  await owner.query(`set app.now = '${policyNow}'`) // the owner enters nowhere, and the trigger of blind rows asks for the instant
})

test('every table that the web’s role may write has its rows here or among the directory', async () => {
  const directory = ['person', 'account', 'session', 'invite', 'couple', 'membership']
  const views = ['feeding', 'answered', 'planned', 'ritual_version', 'kept_plan', 'couple_month'] // they show each person what these tables do
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
    'the couple of now',
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
    const may = await tried(
      table,
      coupleId,
      true,
      async (row) => (await web.query(`select 1 from ${table} where ${row.where}`)).rowCount === 1,
    )
    expect(may).toEqual(see(table))
  })
  test.each(tables)(`%s of ${name}: who adds it in ana’s name`, async (table) => {
    const may = await tried(table, coupleId, false, async (row) => {
      const { rowCount } = await web.query(withCouple(row.insert, coupleId))
      return rowCount === 1
    })
    expect(may).toEqual(add(table))
  })
  test.each(tables)(`%s of ${name}: who changes it`, async (table) => {
    const may = await tried(
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

test.each(tables)('%s: nobody deletes, since clients make its ids', async (table) => {
  expect(
    await tried(
      table,
      couples.now,
      true,
      async (row) => (await web.query(`delete from ${table} where ${row.where}`)).rowCount === 1,
    ),
  ).toEqual([])
})

test('a month is closed once, by a yes of the other’s to the version before it, and its words belong to a version of one’s own', async () => {
  await owner.query(withCouple(closing, couples.now))
  const says = (person: PolicyName, number: number, closes: boolean, ritualId: PolicyName = person) =>
    asPerson(web, person, async () => {
      await web.query(
        `insert into month_closing values ('${couples.now}', '2026-11', ${number}, '${who[ritualId]}', ${closes}, null, false, '${policyNow}')`,
      )
      return 'said'
    }).catch((error: unknown) => (error as { code?: string }).code)
  expect(await says('ben', 2, true)).toBe('said')
  expect(await says('ana', 2, true)).toBe('23514') // one's own version
  expect(await says('ben', 3, true)).toBe('23514') // none before it
  expect(await says('ben', 1, false)).toBe('23505') // taken
  expect(await says('ben', 2, false, 'ana')).toBe('42501')
  await owner.query(
    `insert into month_closing values ('${couples.now}', '2026-11', 2, '${who.ben}', true, null, false, '${policyNow}')`,
  )
  await owner.query(
    `insert into month_closing values ('${couples.now}', '2026-11', 3, '${who.ana}', false, null, false, '${policyNow}')`,
  )
  expect(await says('ben', 4, true)).toBe('23505') // closed already
  const words = (person: PolicyName, number: number) =>
    asPerson(web, person, async () => {
      await web.query(
        `insert into month_change values ('${couples.now}', '2026-11', ${number}, '${who[person]}', gen_random_uuid(), 's', '${policyNow}')`,
      )
      return 'said'
    }).catch((error: unknown) => (error as { code?: string }).code)
  expect([await words('ana', 1), await words('ben', 1), await words('ana', 3), await words('ben', 2)]).toEqual([
    'said',
    '42501',
    '42501',
    '42501',
  ])
  await owner.query('delete from month_closing')
})

test('a page taken back leaves each reply with its author alone', async () => {
  await owner.query(withCouple(sharedPage(who.ana), couples.now))
  await owner.query(`insert into reply (couple_id, id, page_id, author_id, rev, day, sealed, added_at, written_at)
    values ('${couples.now}', '${id('21')}', '${page}', '${who.ben}', 1, '2026-11-24', 's', '${policyNow}', '${policyNow}')`)
  const sees = async (person: PolicyName) =>
    asPerson(web, person, async () => (await web.query('select 1 from reply')).rowCount)
  expect([await sees('ana'), await sees('ben')]).toEqual([1, 1])
  await owner.query(`update shared_entry set removed = true, types = '{}'`)
  expect([await sees('ana'), await sees('ben'), await sees('xan')]).toEqual([0, 1, 0])
  await owner.query('delete from reply')
  await owner.query('delete from shared_entry')
})
