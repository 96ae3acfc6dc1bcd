// A couple with a long history among other couples, by SQL: ten moments a day, and a table that is ten times as long with as many acts a day
// of each couple. All are stored by day, as they would have come in.
import { randomBytes } from 'node:crypto'
import { withConnection, type Client } from '../lib/db/connection'
import { superuser } from '../lib/db/postgres-cluster'
import { clusterUrl, type ClonedDatabase, type TestCluster } from '../lib/testing/cluster'
import { bundleOf } from '../lib/testing/sealed'
import { putPerson, type BenchPerson } from './bench-people'

const ACTS_A_DAY = 10
/** Others live beside the couple, nine at a time, each for as many days at most. Then nine others follow. */
const BESIDE = 9
const DAYS_OF_OTHERS = 1000

/** The day on which the history ends; the clock of the app shows `growthNow`. */
const today = '2026-11-24'
export const growthNow = `${today}T12:00:00.000Z`

/** The bytes of a database on disk for each act of the couple, measured at 10^4: for asking whether it fits. */
export const BYTES_AN_ACT = 13_500

/** The largest tables, which are loaded without a log and past their indexes. A table that refers to another comes before it. */
const LARGE = ['moment_part', 'moment', 'private_entry'] as const

/**
 * Fills a database with `history` moments and as many private pages of one couple, and ten times as many in the tables. Beside them the couple
 * has a shared page, a reply and a kept plan a day, a check-in a week and a closed month each month. Returns one of the two.
 */
export function seedHistory(
  cluster: TestCluster,
  { name }: Pick<ClonedDatabase, 'name'>,
  history: number,
): Promise<BenchPerson> {
  const days = history / ACTS_A_DAY
  return withConnection(clusterUrl(cluster, name, superuser), async (db) => {
    // Foreign keys and limits are triggers: what is loaded here keeps to them by how it is made.
    await db.query(
      `set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '512MB'`,
    )
    const [a, b] = [await putPerson(db), await putPerson(db)]
    await putCouples(db, [a.id, b.id], days)
    await loadLarge(db, () => putActs(db, days))
    await putRest(db)
    await db.query('vacuum analyze')
    return a
  })
}

/** Makes `c`, the couples: number 0 is ours. Their ids are in arrays, so that each row finds its own without a join. */
async function putCouples(db: Client, ours: readonly [string, string], days: number): Promise<void> {
  const others = BESIDE * Math.ceil(days / DAYS_OF_OTHERS)
  await db.query(`create temporary table c as
    select n, gen_random_uuid() as couple, gen_random_uuid() as a, gen_random_uuid() as b from generate_series(0, ${others}) n`)
  await db.query('update c set a = $1, b = $2 where n = 0', [...ours])
  await db.query(
    `insert into person (id, name, zone, bundle) select p, 'Somebody', 'Europe/Lisbon', $1 from c, unnest(array[a, b]) p where n > 0`,
    [JSON.stringify(bundleOf(ours[0]))],
  )
  const started = `'${today}'::date - ${days}`
  await db.query(
    `insert into couple (id, week_start, started_at, started_on) select couple, 1, ${started}, ${started} from c`,
  )
  await db.query(
    `insert into membership (couple_id, person_id, slot, joined_at)
     select couple, p, slot, ${started} from c, unnest(array[a, b]) with ordinality m (p, slot)`,
  )
}

/** Runs `load` past the indexes of the large tables, and builds them afterwards: a tenth of the time. */
async function loadLarge(db: Client, load: () => Promise<void>): Promise<void> {
  for (const table of LARGE) {
    await db.query(`alter table ${table} set unlogged`)
    await db.query(`update pg_index set indisready = false, indisvalid = false where indrelid = '${table}'::regclass`)
  }
  await load()
  for (const table of LARGE) await db.query(`reindex table ${table}`) // makes them ready and valid again
}

/** `sealed` are bytes that were made before, of the least size; ours of the size of a page with some sentences. */
async function putActs(db: Client, days: number): Promise<void> {
  const small = `'\\x${randomBytes(200).toString('hex')}'::bytea`
  const page = `'\\x${randomBytes(1400).toString('hex')}'::bytea`
  await db.query(`create temporary table ids as select array_agg(couple order by n) as couples, array_agg(a order by n) as a,
    array_agg(b order by n) as b from c`)
  const acts = `select case k when 0 then 1 else 1 + k + ${BESIDE} * (back / ${DAYS_OF_OTHERS}) end as i, act, '${today}'::date - back as day,
      '${growthNow}'::timestamptz - make_interval(days => back, mins => 10 * (${ACTS_A_DAY} - act)) as at
    from generate_series(${days} - 1, 0, -1) back, generate_series(0, ${ACTS_A_DAY} - 1) act, generate_series(0, ${BESIDE}) k`
  await db.query(`insert into moment (couple_id, id, author_id, rev, day, types, who, sealed, added_at, written_at)
    select couples[i], gen_random_uuid(), case when act % 2 = 0 then a[i] else b[i] end, 1, day,
      (array['{emotional}', '{physical}', '{intellectual}', '{experiential}', '{emotional,spiritual}'])[1 + act % 5]::intimacy_type[], 'me', ${small}, at, at
    from (${acts}) acts, ids`)
  await db.query(
    `insert into moment_part (couple_id, moment_id, person_id, day, types) select couple_id, id, author_id, day, types from moment`,
  )
  await db.query(`insert into private_entry (owner_id, id, rev, sealed, added_at, written_at)
    select a[i], gen_random_uuid(), 1, case i when 1 then ${page} else ${small} end, at, at from (${acts}) acts, ids`)
}

/** What our couple has beside its moments. */
async function putRest(db: Client): Promise<void> {
  const small = `'\\x${randomBytes(200).toString('hex')}'::bytea`
  await db.query(`create temporary table d as select couple, a, b, started_on, d::date as day, d + interval '10 hours' as at, gen_random_uuid() as id
    from c join couple on couple.id = c.couple, generate_series(started_on + 1, '${today}'::date, '1 day') d where n = 0`)
  for (const sql of [
    `insert into shared_entry (couple_id, id, author_id, rev, kind, types, day, sealed, added_at, written_at)
     select couple, id, a, 1, 'reflection', '{emotional}', day, ${small}, at, at from d`,
    `insert into reply (couple_id, id, page_id, author_id, rev, day, sealed, added_at, written_at, page_types)
     select couple, gen_random_uuid(), id, b, 1, day, ${small}, at, at, '{emotional}' from d`,
    `insert into plan (couple_id, id, on_date, version, title, types, planned_on, time, minutes, zone)
     select couple, id, day, 1, 'Soup', '{physical}', day, '20:00', 60, 'Europe/Lisbon' from d`,
    `insert into taking_part (couple_id, plan_id, person_id, day, types, took_part)
     select couple, id, p, day, '{physical}', true from d, unnest(array[a, b]) p where day < '${today}'`,
    `insert into check_in (couple_id, subject, person_id, now, wish, revealed_at)
     select distinct couple, to_char(day, 'IYYY-"W"IW'), p, 4, 5, '${growthNow}'::timestamptz from d, unnest(array[a, b]) p where day < '${today}'::date - 7`,
    `insert into month_closing (couple_id, month, number, person_id, closes, focus, with_change, said_at)
     select distinct couple, to_char(day, 'YYYY-MM'), n, case n when 1 then a else b end, n = 2, case n when 1 then 'physical' end::intimacy_type,
       false, '${growthNow}'::timestamptz from d, generate_series(1, 2) n where day < '${today}'::date - 40`,
  ])
    await db.query(sql)
}
