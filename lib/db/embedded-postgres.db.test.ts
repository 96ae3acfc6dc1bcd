// The embedded server and its failures. Each test has its own data folder.
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder'
import { connect, withConnection } from './connection'
import { makeDataFolder } from './data-folder'
import { assertDurable } from './durability'
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres'
import { tryBinaries } from './postgres-binaries'
import { superuser } from './postgres-cluster'
import { readSecret } from './secret'

const secret = randomBytes(32).toString('base64url')

async function start(folder: string, secretNow = secret): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres(folder, secretNow)
  onTestFinished(() =>
    server.stop('immediate').then(
      () => {},
      () => {},
    ),
  )
  return server
}

const admin = (server: EmbeddedPostgres) => server.urlFor('postgres', superuser)

test('a kill -9 of the server loses no saved row', async () => {
  const folder = temporaryFolder()
  const server = await start(folder)
  await withConnection(admin(server), (db) =>
    db.query('create table saved (word text); insert into saved values ($$here$$)'),
  )
  process.kill(server.pid, 'SIGKILL')
  const restarted = await start(folder)
  expect(restarted.adopted).toBe(false)
  const { rows } = await withConnection(admin(restarted), (db) => db.query('select word from saved'))
  expect(rows).toEqual([{ word: 'here' }])
})

test('a server left by a killed process is adopted, and stops with its last process', async () => {
  const folder = temporaryFolder()
  const first = await start(folder)
  const second = await start(folder)
  expect([first.adopted, second.adopted, second.pid === first.pid]).toEqual([false, true, true])
  const other = await connect(admin(first).replace(/application_name=.*/, 'application_name=fivefold-other'))
  expect(await first.stop()).toBe(false)
  await other.end()
  expect(await first.stop()).toBe(true)
})

test('two concurrent first starts share one server', async () => {
  const folder = temporaryFolder()
  const file = path.join(import.meta.dirname, 'embedded-postgres.ts')
  const script = `const { startEmbeddedPostgres } = await import(${JSON.stringify(file)}); console.log((await startEmbeddedPostgres(${JSON.stringify(folder)}, ${JSON.stringify(secret)})).pid)`
  const runChild = () => promisify(execFile)(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script])
  const [a, b] = await Promise.all([runChild(), runChild()])
  const { pid } = await start(folder)
  expect([Number(a.stdout), Number(b.stdout)]).toEqual([pid, pid])
})

test('a port that another program has taken is replaced', async () => {
  const folder = temporaryFolder()
  const server = await start(folder)
  await server.stop()
  const other = net.createServer()
  await new Promise<void>((up) => other.listen(server.port, '127.0.0.1', up))
  onTestFinished(() => new Promise<void>((down) => other.close(() => down())))
  const restarted = await start(folder)
  expect(restarted.port).not.toBe(server.port)
  expect((await withConnection(admin(restarted), (db) => db.query('select 1 as one'))).rows).toEqual([{ one: 1 }])
})

test('a secret that differs from the cluster’s gives a clear message', async () => {
  const folder = temporaryFolder()
  await start(folder)
  await expect(start(folder, randomBytes(32).toString('base64url'))).rejects.toThrow(
    'was made with another secret: restore the file `secret`',
  )
})

test('a server whose settings could lose saved rows is refused', async () => {
  const server = await start(temporaryFolder())
  await withConnection(admin(server), async (db) => {
    await assertDurable(db)
    await db.query('set synchronous_commit = off')
    await expect(assertDurable(db)).rejects.toThrow('PostgreSQL runs with synchronous_commit = off')
  })
})

test('a folder of another PostgreSQL version, or without a database, is not touched', async () => {
  const folder = temporaryFolder()
  mkdirSync(path.join(folder, 'postgres'))
  await expect(start(folder)).rejects.toThrow('should be a database and is not')
  writeFileSync(path.join(folder, 'postgres', 'PG_VERSION'), '17\n')
  await expect(start(folder)).rejects.toThrow('was made by PostgreSQL 17, and this Fivefold brings 18')
})

test('if PostgreSQL does not run, as on Alpine, the message names a workaround', async () => {
  const folder = temporaryFolder()
  writeFileSync(path.join(folder, 'postgres'), '#!/bin/sh\nexit 127\n')
  chmodSync(path.join(folder, 'postgres'), 0o755)
  await expect(tryBinaries(folder)).rejects.toThrow('set DATABASE_URL to a PostgreSQL 15 or newer')
})

test('a file in place of the data folder gives a clear message', () => {
  const file = path.join(temporaryFolder(), 'data')
  writeFileSync(file, '')
  expect(() => makeDataFolder(file)).toThrow(`The data folder should be ${file}, but that is a file: move it`)
  expect(() => makeDataFolder(path.join(file, 'deeper'))).toThrow('but that is a file')
})

test('a folder that PostgreSQL can’t enter gives root a clear message', () => {
  const closed = path.join(temporaryFolder(), 'closed')
  mkdirSync(closed, { mode: 0o700 })
  expect(() => makeDataFolder(path.join(closed, 'data'), { asRoot: true })).toThrow(`can't enter ${closed}`)
  expect(makeDataFolder(path.join(closed, 'data'), { asRoot: false })).toBe(path.join(closed, 'data'))
})

test('the secret is made once, readable by its owner only, and a broken one is not replaced', () => {
  const folder = temporaryFolder()
  const made = readSecret(folder, undefined)
  expect(made).toMatch(/^[\w-]{43}$/)
  expect(readSecret(folder, undefined)).toBe(made)
  expect(statSync(path.join(folder, 'secret')).mode & 0o777).toBe(0o600)
  expect(readSecret(folder, secret)).toBe(secret)
  writeFileSync(path.join(folder, 'secret'), 'oops')
  expect(() => readSecret(folder, undefined)).toThrow('does not contain a valid secret')
})
