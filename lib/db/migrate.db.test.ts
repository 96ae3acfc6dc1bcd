import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Client } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { cloneDatabase, theCluster, type ClonedDatabase } from '../testing/cluster'
import { until } from '../testing/until'
import { connect } from './connection'
import { migrate } from './migrate'

let database: ClonedDatabase
let owner: Client
let folder: string

beforeEach(async () => {
  database = await cloneDatabase(theCluster(), 'template0')
  owner = await connect(database.ownerUrl)
  folder = mkdtempSync(path.join(tmpdir(), 'migrations-'))
  write('0001_page', 'create table page (id int);')
  write('0002_line', 'create table line (id int); insert into line values (1);')
})

afterEach(async () => {
  await owner.end()
  await database.drop()
  rmSync(folder, { recursive: true })
})

function write(name: string, sql: string): void {
  mkdirSync(path.join(folder, name), { recursive: true })
  writeFileSync(path.join(folder, name, 'migration.sql'), sql)
}

const run = () => migrate(database.ownerUrl, folder)

async function tables(): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`,
  )
  return rows.map(({ name }) => name).filter((name) => name !== '_prisma_migrations')
}

test('migrations are applied once, in the order of their names', async () => {
  write('0010_word', 'alter table line add word text;')
  expect(await run()).toEqual(['0001_page', '0002_line', '0010_word'])
  expect(await run()).toEqual([])
  expect(await tables()).toEqual(['line', 'page'])
})

test('two concurrent starts apply each migration once', async () => {
  const both = await Promise.all([run(), run()])
  expect(both.flat().sort()).toEqual(['0001_page', '0002_line'])
})

test('a migration whose process is killed leaves no part of itself, and the next start applies it', async () => {
  await owner.query('select pg_advisory_lock(7)')
  write('0003_half', 'create table half (id int); select pg_advisory_xact_lock(7); insert into half values (1);')
  const script = `import { migrate } from './lib/db/migrate.ts'; await migrate(${JSON.stringify(database.ownerUrl)}, ${JSON.stringify(folder)})`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], { stdio: 'ignore' })
  const waiting = `select from pg_locks where locktype = 'advisory' and objid = 7 and not granted and database = (select oid from pg_database where datname = current_database())`
  await until('the migration is under way', async () => (await owner.query(waiting)).rowCount === 1)
  child.kill('SIGKILL')
  await once(child, 'exit')
  await owner.query('select pg_advisory_unlock(7)')
  await until(
    'the killed process is gone',
    async () =>
      (await owner.query(`select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`))
        .rowCount === 0,
  )
  expect(await tables()).toEqual(['line', 'page'])
  expect(await run()).toEqual(['0003_half'])
})

test('a migration that was changed after it was applied is refused', async () => {
  await run()
  write('0001_page', 'create table page (id bigint);')
  await expect(run()).rejects.toThrow('The migration 0001_page was changed after it was applied')
})

test('a database that is newer than the program is refused', async () => {
  await run()
  rmSync(path.join(folder, '0002_line'), { recursive: true })
  await expect(run()).rejects.toThrow('The database is newer than this Fivefold: it has the migration 0002_line.')
})

test('a failed migration leaves no part of itself, and those before it stay applied', async () => {
  write('0003_wrong', 'create table wrong (id int); select 1 / 0;')
  await expect(run()).rejects.toThrow('The migration 0003_wrong failed: division by zero.')
  expect(await tables()).toEqual(['line', 'page'])
})

test('a migration may not end its transaction', async () => {
  write('0003_alone', 'commit; create table alone (id int); begin;')
  await expect(run()).rejects.toThrow('may not begin or commit')
})
