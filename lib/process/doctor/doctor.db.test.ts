// The doctor at a database of its own, as a start makes it. That all is right while Fivefold runs: scripts/start.http.test.ts.
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withConnection } from '../../db/connection'
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../db/embedded-postgres'
import { migrate } from '../../db/migrate'
import { ensureOwnDatabase } from '../../db/own-database'
import { findFreePort } from '../../db/ports'
import { superuser } from '../../db/postgres-cluster'
import type { DatabaseUrls } from '../../db/roles'
import { readSecret } from '../../db/secret'
import { putPeople } from '../../testing/policy-people'
import { examine } from './doctor'

const root = path.join(import.meta.dirname, '..', '..', '..')
const folder = mkdtempSync(path.join(tmpdir(), 'fivefold-'))
chmodSync(folder, 0o755) // root's PostgreSQL runs as nobody, who has to get in
const secret = readSecret(folder, undefined)
let server: EmbeddedPostgres
let urls: DatabaseUrls

beforeAll(async () => {
  server = await startEmbeddedPostgres(folder, secret)
  urls = await ensureOwnDatabase(server, 'fivefold', secret)
  await migrate(urls.ownerUrl, path.join(root, 'prisma', 'migrations'))
})
afterAll(async () => {
  await server.stop('immediate').catch(() => {})
  rmSync(folder, { recursive: true, force: true })
})

/** The lines by what they are about, with whether all is right. */
async function lines(more: Record<string, string> = {}): Promise<Record<string, string>> {
  const printed: string[] = []
  const variables = { DATA_DIR: folder, PORT: String(await findFreePort()), ...more }
  await examine({ root, variables, say: (line) => printed.push(line) })
  for (const hidden of [secret, 'posta.example', 'Noor']) expect(printed.join('\n')).not.toContain(hidden)
  return Object.fromEntries(printed.map((line) => [/^(?:ok|wrong) +([\w ]+):/.exec(line)?.[1] ?? 'sum', line]))
}

const asSuperuser = async (...statements: string[]) => {
  for (const sql of statements) await withConnection(server.urlFor('postgres', superuser), (db) => db.query(sql))
}

test('a database as a start makes it has nothing wrong, and only the program is missed', async () => {
  const found = await lines()
  expect(Object.values(found).filter((line) => !line.startsWith('ok'))).toEqual([
    expect.stringMatching(/^wrong {2}program: Fivefold does not run at http:/),
    'one thing is wrong',
  ])
  expect(Object.keys(found)).toEqual([
    ...['Node', 'data folder', 'disk', 'secret', 'database', 'crashes', 'roles', 'tables', 'backup', 'address'],
    ...['program', 'sum'],
  ])
  expect(readdirSync(folder).sort()).toEqual(['port', 'postgres', 'secret'])
  expect((await lines({ DATABASE_URL: urls.ownerUrl, SECRET: secret }))['sum']).toBe('one thing is wrong')
})

test('what could lose saved data is found, for the server and for the role of requests alone', async () => {
  await asSuperuser('alter system set fsync = off', 'select pg_reload_conf()')
  await expect.poll(async () => (await lines())['crashes']).toMatch(/^wrong {2}crashes: fsync is off in PostgreSQL/)
  await asSuperuser(
    'alter system reset fsync',
    'select pg_reload_conf()',
    'alter role fivefold_web set synchronous_commit = off',
  )
  await expect.poll(async () => (await lines())['crashes']).toMatch(/^wrong {2}crashes: synchronous_commit is off/)
  await asSuperuser('alter role fivefold_web reset synchronous_commit')
})

test('a role of requests that is missing, too strong or of another secret is found', async () => {
  await asSuperuser('alter role fivefold_web rename to away')
  expect((await lines())['roles']).toMatch(/^wrong .* the role fivefold_web, under which requests run, is missing\./)
  await asSuperuser('alter role away rename to fivefold_web', 'alter role fivefold_web bypassrls')
  expect((await lines())['roles']).toMatch(/^wrong .* bypasses the policies\./)
  await asSuperuser(`alter role fivefold_web nobypassrls password 'other'`)
  expect((await lines())['roles']).toMatch(/^wrong .* was made with another secret\./)
  await asSuperuser('grant fivefold to fivefold_web')
  expect((await lines())['roles']).toMatch(/^wrong .* may act as fivefold\./)
  await asSuperuser('revoke fivefold from fivefold_web')
  await withConnection(server.urlFor('fivefold', superuser), (db) =>
    db.query('create table mine (id int); alter table mine owner to fivefold_web'),
  )
  expect((await lines())['roles']).toMatch(/^wrong .* owns 1 object,/)
  await withConnection(server.urlFor('fivefold', superuser), (db) => db.query('drop table mine'))
  await ensureOwnDatabase(server, 'fivefold', secret)
  expect((await lines())['roles']).toMatch(/^ok /)
})

test('a database that is newer, and a home that was never backed up, are found', async () => {
  await withConnection(urls.ownerUrl, async (db) => {
    await db.query(
      `insert into _prisma_migrations (id, checksum, migration_name, finished_at) values ('1', '', '9999_new', now())`,
    )
    await db.query(`update _prisma_migrations set finished_at = now() - interval '9 days'`)
    await putPeople(db)
  })
  const found = await lines()
  expect(found['tables']).toBe(
    'wrong  tables: The database is newer than this Fivefold: it has the migration 9999_new. Update Fivefold.',
  )
  expect(found['backup']).toMatch(/^wrong {2}backup: there is none\./)
})

test('a wrong variable is named without a login in it, and nothing else is looked at', async () => {
  const found = await lines({ APP_URL: 'https://me:word@home.example/path' })
  expect(found).toEqual({
    Node: expect.stringMatching(/^ok /),
    settings:
      'wrong  settings: APP_URL is "https://home.example/path": it should be the address that people open, such as https://fivefold.example, without a path.',
    sum: 'one thing is wrong',
  })
})

test('a database that was stopped, and a folder without one, are not started or made', async () => {
  await server.stop('immediate')
  expect((await lines())['database']).toMatch(/^wrong {2}database: The database does not run/)
  const found = await lines({ DATA_DIR: path.join(folder, 'empty') })
  expect(found['data folder']).toMatch(/is not there/)
  expect(found['database']).toBeUndefined()
  expect(readdirSync(folder)).not.toContain('empty')
})
