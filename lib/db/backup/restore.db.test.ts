import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test } from 'vitest'
import { theCluster, type ClonedDatabase } from '../../testing/cluster'
import { newHomeDatabase } from '../../testing/home-database'
import { couples, policyNow, putPeople, who } from '../../testing/policy-people'
import { rows as everyRow } from '../../testing/policy-rows'
import { SEALED_SQL } from '../../testing/sealed'
import { temporaryFolder } from '../../testing/temporary-folder'
import { until } from '../../testing/until'
import { connect, errorCodeOf, type Client } from '../connection'
import { readMigrations } from '../migrate'
import { backUp } from './back-up'
import { openBackupFile, verifyBackupFile, type BackupManifest } from './backup-file'
import { restoreBackup, type Restored } from './restore'

const { secret } = theCluster()
const noon = new Date('2026-11-24T12:00:00Z')
const migrations = 'prisma/migrations'

type Home = ClonedDatabase & Readonly<{ db: Client }>

let home: Home
let other: Home

beforeAll(async () => {
  home = await newHome()
  other = await newHome()
})
afterEach(async () => {
  for (const { db } of [home, other]) {
    const { rows } = await db.query<{
      names: string
    }>(`select string_agg(oid::regclass::text, ', ') as names from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> '_prisma_migrations'`)
    await db.query(`truncate ${rows[0]?.names}`)
  }
})
afterAll(async () => {
  for (const { db, drop } of [home, other]) {
    await db.end()
    await drop()
  }
})

async function newHome(folder = migrations): Promise<Home> {
  const database = await newHomeDatabase(folder)
  return { ...database, db: await connect(database.ownerUrl) }
}

/** A home of other migrations, for one test. */
async function homeOf(folder: string): Promise<Home> {
  const made = await newHome(folder)
  onTestFinished(async () => {
    await made.db.end()
    await made.drop()
  })
  return made
}

const back = (home: Home, file: string): Promise<BackupManifest> =>
  backUp(home.db, { file, secret, why: 'hand', madeAt: noon })

async function restore(home: Home, file: string, keepPresentIn: string | null = null): Promise<Restored> {
  const backup = await openBackupFile(file, secret)
  await verifyBackupFile(backup)
  return restoreBackup(home.ownerUrl, {
    backup,
    secret,
    migrations: readMigrations(migrations),
    now: noon,
    keepPresentIn,
  })
}

/** The hash of every table but those that a restore empties. */
const hashes = ({ tables }: BackupManifest) =>
  Object.fromEntries(
    tables
      .filter(({ name }) => !['session', 'known_device', 'invite'].includes(name))
      .map(({ name, rows, sha256 }) => [name, `${rows} ${sha256}`]),
  )

const rowsOf = (home: Home, sql: string) => home.db.query<Record<string, unknown>>(sql).then(({ rows }) => rows)

/** Six people, and a row of every kind. */
async function fill({ db }: Home): Promise<void> {
  await putPeople(db)
  await db.query(`select set_config('app.now', $1, false)`, [policyNow])
  for (const { before = [], insert } of Object.values(everyRow))
    for (const sql of [...before, insert]) {
      // a row that several others need is there already
      await db.query(sql, sql.includes('$1') ? [couples.now] : []).catch((error: unknown) => {
        if (errorCodeOf(error) !== '23505') throw error
      })
    }
  await db.query(`insert into throttle (bucket, count, since, next_at, forget_at)
    values (repeat('b', 32)::bytea, 1, now(), now(), now())`)
  await db.query(
    `insert into known_device (id, person_id, secret_hash, expires_at)
    values ($1, $1, repeat('d', 32)::bytea, now())`,
    [who.ana],
  )
  await db.query(
    `insert into invite (pair_id, inviter_id, token_hash, inviter_bundle, inviter_mac, week_start, created_at, expires_at)
    values ($1, $1, repeat('t', 32)::bytea, repeat('b', 200), repeat('m', 43), 1, now(), now())`,
    [who.eve],
  )
}

/** What a migrated database has beside its rows: checks, triggers and whether they are on, policies, rights. */
const schemaOf = (home: Home) =>
  rowsOf(
    home,
    `select 'check' as is, conrelid::regclass::text || ' ' || conname as name, pg_get_constraintdef(oid) as text from pg_constraint
       where connamespace = 'public'::regnamespace
     union all select 'trigger', tgrelid::regclass || ' ' || tgname, tgenabled::text from pg_trigger where not tgisinternal
     union all select 'policy', tablename || ' ' || policyname, coalesce(qual, '') || coalesce(with_check, '') from pg_policies
     union all select 'right', table_name, string_agg(privilege_type, ' ' order by privilege_type) from information_schema.role_table_grants
       where grantee = current_database() || '_web' group by 2
     union all select 'routine', oid::regprocedure::text, replace(proacl::text, current_database(), 'home') from pg_proc
       where pronamespace in ('public'::regnamespace, 'gate'::regnamespace)
     order by 1, 2`,
  )

test('every table comes back equal, with its rules, into an empty database', async () => {
  await fill(home)
  const file = path.join(temporaryFolder(), 'home.backup')
  const made = await back(home, file)
  expect(await restore(other, file)).toEqual({ accounts: 6, keptPresent: false, migrated: [] })
  const again = await back(other, path.join(temporaryFolder(), 'other.backup'))
  expect(hashes(again)).toEqual(hashes(made))
  expect(await schemaOf(other)).toEqual(await schemaOf(home))
  const web = await connect(other.webUrl)
  onTestFinished(() => web.end())
  await expect(web.query('select count(*) from private_entry')).rejects.toThrow('app.person')
})

test('nobody stays signed in, no browser is known and no link lets anybody join', async () => {
  await fill(home)
  const open = 'select count(*)::int as open from invite where revoked_at is null and accepted_at is null'
  expect(await rowsOf(home, open)).not.toEqual([{ open: 0 }])
  const folder = temporaryFolder()
  await back(home, path.join(folder, 'home.backup'))
  await restore(home, path.join(folder, 'home.backup'), path.join(folder, 'before.backup'))
  expect(await rowsOf(home, open)).toEqual([{ open: 0 }])
  expect(await rowsOf(home, 'select from session union all select from known_device')).toEqual([])
})

test('accounts are replaced only if that is asked for, and are then kept; who parted since stays parted', async () => {
  await fill(home)
  const folder = temporaryFolder()
  const [file, before] = [path.join(folder, 'home.backup'), path.join(folder, 'before.backup')]
  await back(home, file)
  await home.db.query(`update couple set ended_at = $2 where id = $1`, [couples.now, '2026-11-25T08:00:00Z'])
  await home.db.query(`update membership set left_at = $2 where couple_id = $1`, [couples.now, '2026-11-25T08:00:00Z'])
  await home.db.query(`update person set name = 'Anna' where id = $1`, [who.ana])
  await expect(restore(home, file)).rejects.toThrow('The database has 6 accounts already.')
  const name = `select name from person where id = '${who.ana}'`
  expect(await rowsOf(home, name)).toEqual([{ name: 'Anna' }])

  expect(await restore(home, file, before)).toEqual({ accounts: 6, keptPresent: true, migrated: [] })
  expect(await rowsOf(home, name)).toEqual([{ name: 'ana' }])
  expect(await rowsOf(home, `select ended_at from couple where id = '${couples.now}'`)).toEqual([
    { ended_at: new Date('2026-11-25T08:00:00Z') },
  ])
  expect(await rowsOf(home, `select from membership where couple_id = '${couples.now}' and left_at is null`)).toEqual(
    [],
  )
  await restore(home, before, path.join(folder, 'between.backup'))
  expect(await rowsOf(home, name)).toEqual([{ name: 'Anna' }])
})

/** A copy of the migrations whose number is at most `last`. */
function migrationsUpTo(last: string): string {
  const folder = temporaryFolder()
  for (const name of readdirSync(migrations).filter((each) => each <= `${last}_~` && /^\d/.test(each)))
    cpSync(path.join(migrations, name), path.join(folder, name), { recursive: true })
  return folder
}

test('an older backup is loaded into the tables of its time, and then migrated', async () => {
  const old = await homeOf(migrationsUpTo('0013'))
  await old.db.query(
    `insert into person (id, name, zone, bundle) values ($1, 'Noor', 'Europe/Lisbon', repeat('b', 200))`,
    [who.ana],
  )
  await old.db.query(
    `insert into private_entry (owner_id, id, rev, sealed, added_at, written_at) values ($1, $1, 1, ${SEALED_SQL}, now(), now())`,
    [who.ana],
  )
  const file = path.join(temporaryFolder(), 'old.backup')
  await back(old, file)
  const { migrated } = await restore(home, file)
  expect([migrated[0], migrated.length]).toEqual([
    expect.stringMatching(/^0014_/),
    readMigrations(migrations).length - 13,
  ])
  // 0014 counts what is stored when it is applied
  expect(
    await rowsOf(home, 'select s.bytes = octet_length(e.sealed) as counted from sealed_use s, private_entry e'),
  ).toEqual([{ counted: true }])
})

test('a backup of a newer Fivefold is refused, and changes nothing', async () => {
  const newer = migrationsUpTo('9999')
  mkdirSync(path.join(newer, '9999_later'))
  writeFileSync(path.join(newer, '9999_later', 'migration.sql'), 'create table later (id int primary key);')
  const ahead = await homeOf(newer)
  const file = path.join(temporaryFolder(), 'newer.backup')
  await back(ahead, file)
  await expect(restore(other, file)).rejects.toThrow(
    'was made by a newer Fivefold: it has the migration 9999_later. Update Fivefold, then restore it.',
  )
  // but a newer database may be replaced by a backup that this program knows
  await back(other, path.join(path.dirname(file), 'older.backup'))
  await restore(ahead, path.join(path.dirname(file), 'older.backup'))
  expect(await rowsOf(ahead, `select to_regclass('later') as later`)).toEqual([{ later: null }])
})

test('rows from before a check, and every character, come back', async () => {
  const check = (
    await rowsOf(home, `select pg_get_constraintdef(oid) as text from pg_constraint where conname = 'name_is_shown'`)
  )[0]
  await home.db.query('alter table person drop constraint name_is_shown')
  const names = ['\u0001', '\\N', '\\.', 'tab\tand\r\nlines', '"quoted", \'twice\'', '👩🏽‍🚀 ﷺ', '']
  for (const name of names)
    await home.db.query(
      `insert into person (id, name, zone, bundle) values (gen_random_uuid(), $1, 'UTC', repeat('b', 200))`,
      [name],
    )
  await home.db.query(`alter table person add constraint name_is_shown ${String(check?.['text'])}`)
  const file = path.join(temporaryFolder(), 'home.backup')
  const made = await back(home, file)
  await restore(other, file)
  expect((await rowsOf(other, 'select name from person')).map(({ name }) => name).sort()).toEqual([...names].sort())
  expect(hashes(await back(other, path.join(temporaryFolder(), 'other.backup')))).toEqual(hashes(made))
  await expect(
    other.db.query(
      `insert into person (id, name, zone, bundle) values (gen_random_uuid(), E'\\x01', 'UTC', repeat('b', 200))`,
    ),
  ).rejects.toThrow('name_is_shown')
})

test('a backup is of one instant, while others write', async () => {
  let over = false
  const write = async () => {
    const writer = await connect(home.ownerUrl)
    while (!over) {
      await writer.query(`with added as (insert into person (id, name, zone, bundle)
          values (gen_random_uuid(), 'Noor', 'UTC', repeat('b', 200)) returning id)
        insert into couple (id, week_start, started_at, started_on) select id, 1, now(), now() from added`)
    }
    await writer.end()
  }
  const writers = [write(), write()]
  for (let n = 0; n < 5; n++) {
    const { tables } = await back(home, path.join(temporaryFolder(), 'home.backup'))
    const count = (name: string) => tables.find((table) => table.name === name)?.rows
    expect(count('person')).toBe(count('couple'))
  }
  over = true
  await Promise.all(writers)
})

test('who reads and writes meanwhile waits, and then meets what was restored', async () => {
  await fill(home)
  const folder = temporaryFolder()
  const file = path.join(folder, 'home.backup')
  await back(home, file)
  await home.db.query(`update person set name = 'Anna' where id = $1`, [who.ana])
  const request = await connect(home.ownerUrl)
  onTestFinished(() => request.end())
  await request.query(`begin; select from person`)
  const restoring = restore(home, file, path.join(folder, 'before.backup'))
  const waits = `select from pg_locks where not granted and locktype = 'relation' and database = (select oid from pg_database where datname = current_database())`
  await until('the restore waits for the request', async () => (await rowsOf(home, waits)).length > 0)
  await request.query(`update person set name = 'Annika' where id = '${who.ana}'; commit`)
  const next = request.query(`select name from person where id = '${who.ana}'`)
  await restoring
  expect((await next).rows).toEqual([{ name: 'ana' }])
  // what was saved until the last moment is in the backup of the state before
  await restore(home, path.join(folder, 'before.backup'), path.join(folder, 'between.backup'))
  expect((await request.query(`select name from person where id = '${who.ana}'`)).rows).toEqual([{ name: 'Annika' }])
})

test('a restore that fails leaves everything as it was', async () => {
  await fill(home)
  const folder = temporaryFolder()
  const file = path.join(folder, 'home.backup')
  await back(home, file)
  await home.db.query(`update person set name = 'Anna' where id = $1`, [who.ana])
  const backup = await openBackupFile(file, secret)
  const tables = backup.manifest.tables.map((table) =>
    table.name === 'week_ready' ? { ...table, sha256: '0'.repeat(64) } : table,
  )
  const order = {
    secret,
    migrations: readMigrations(migrations),
    now: noon,
    keepPresentIn: path.join(folder, 'before'),
  }
  await expect(
    restoreBackup(home.ownerUrl, { ...order, backup: { ...backup, manifest: { ...backup.manifest, tables } } }),
  ).rejects.toThrow('The table week_ready does not hold what')
  expect(
    await rowsOf(
      home,
      `select name, (select count(*)::int from session) as sessions from person where id = '${who.ana}'`,
    ),
  ).toEqual([{ name: 'Anna', sessions: 6 }])
})

test('where a policy would leave rows out of a backup, it fails', async () => {
  await home.db.query('alter table person force row level security')
  await expect(back(home, path.join(temporaryFolder(), 'home.backup'))).rejects.toThrow('row-level security')
  await home.db.query('alter table person no force row level security')
})
