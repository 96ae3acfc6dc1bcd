// `npm start` in a clone that is installed and built. Each start has its own port and data folder.
import { execFile } from 'node:child_process'
import { readdirSync, renameSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { promisify } from 'node:util'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { findFreePort, isPortTaken } from '../lib/db/ports'
import { childEnv } from '../lib/env'
import { clusterUrl, theCluster } from '../lib/testing/cluster'
import {
  npmStart as startByNpm,
  postgresPid as pidOf,
  sentencesOf as sentences,
  stopGroup,
} from '../lib/testing/npm-start'
import { temporaryFolder } from '../lib/testing/temporary-folder'
import { until } from '../lib/testing/until'
import { withConnection } from '../lib/db/connection'
import { superuser } from '../lib/db/postgres-cluster'
import { createDatabaseSql, dropDatabaseSql } from '../lib/db/roles'

let port: number
let data: string

beforeEach(async () => {
  port = await findFreePort()
  data = temporaryFolder()
})

/** Starts it with more variables, on this test's port and folder. */
function npmStart(variables: Record<string, string | undefined> = {}) {
  const start = startByNpm({ port, data, variables })
  onTestFinished(start.kill)
  return start
}
const postgresPid = () => pidOf(data)

const portIsFree = () => until('the port is free', async () => !(await isPortTaken(port)))
const opens = async () => (await fetch(`http://127.0.0.1:${port}/`)).status

/** The lines of `npm run doctor`. Fails if it finds something wrong. */
async function doctor(): Promise<string[]> {
  const env = childEnv({ PORT: String(port), DATA_DIR: data, NODE_OPTIONS: undefined })
  const { stdout } = await promisify(execFile)('npm', ['run', 'doctor'], { env })
  return sentences(stdout)
}

async function refusal(variables: Record<string, string | undefined>): Promise<string[]> {
  const { ended, output } = npmStart(variables)
  expect(await ended).toBe(1)
  expect(output()).not.toMatch(/\n\s+at /)
  return sentences(output()).filter((line) => !line.startsWith('data folder: '))
}

test('a start prints its data folder and address, is healthy, rebuilds nothing, and stops in order on Ctrl-C', async () => {
  const start = npmStart()
  await start.ready()
  expect(sentences(start.output())).toEqual([
    `data folder: ${data}`,
    expect.stringMatching(/^database: PostgreSQL started on port \d+$/),
    expect.stringMatching(/^migrated: 0001_/),
    expect.stringMatching(new RegExp(`^ready at http://localhost:${port} after [\\d.]+ s; Ctrl-C stops it$`)),
  ])
  expect(await opens()).toBe(200)
  const healthy = await doctor()
  expect(healthy.at(-1)).toBe('nothing is wrong')
  expect(healthy.slice(0, -1).filter((line) => !line.startsWith('ok '))).toEqual([])
  expect(healthy).toContain(`ok     program: Fivefold runs at http://127.0.0.1:${port}`)
  stopGroup(start.pid, 'SIGINT')
  await start.ended
  await portIsFree()
  await until('the database is stopped', () => postgresPid() === 0)
  expect(sentences(start.output()).slice(4)).toEqual([
    'stopping',
    'stopped web',
    'stopped jobs',
    ...(start.output().includes('connections') ? ['stopped connections'] : []),
    'stopped database',
  ])
  expect(readdirSync(data).sort()).toEqual(['port', 'postgres', 'secret'])
})

test('after kill -9 of all processes the next start adopts the running database', async () => {
  const first = npmStart()
  await first.ready()
  stopGroup(first.pid, 'SIGKILL')
  await portIsFree()
  expect(postgresPid()).not.toBe(0)
  const second = npmStart()
  await second.ready()
  expect(second.output()).toContain('database: PostgreSQL found running')
  expect(second.output()).not.toMatch(/installing|generating|building|migrated/)
  expect(await opens()).toBe(200)
})

test('a killed database is brought up again; until then pages and the API answer 503', async () => {
  const start = npmStart()
  await start.ready()
  const cookie = `fivefold-session=${'A'.repeat(43)}`
  const read = async (address: string) =>
    (await fetch(`http://127.0.0.1:${port}${address}`, { redirect: 'manual', headers: { cookie } })).status
  expect([await read('/api/health'), await read('/today')]).toEqual([200, 307])
  const restarts = () => sentences(start.output()).slice(4)
  for (const [index, signal] of (['SIGKILL', 'SIGINT'] as const).entries()) {
    const pid = postgresPid()
    process.kill(pid, signal)
    const seen = new Set<number>()
    await until('it answers again', async () => {
      const statuses = [await read('/api/health'), await read('/today')]
      for (const status of statuses) seen.add(status)
      return postgresPid() !== pid && postgresPid() !== 0 && statuses.join() === '200,307'
    })
    expect([signal, [...seen].filter((status) => ![200, 307, 503].includes(status))]).toEqual([signal, []])
    expect(seen).toContain(503)
    // it answers a moment before pg_ctl notices
    await until('it says so', () => restarts().length > index)
  }
  expect(restarts()).toEqual(Array(2).fill('the database had ended; it is running again'))
  stopGroup(start.pid, 'SIGINT')
  await start.ended
  await until('the database is stopped', () => postgresPid() === 0)
})

test('a database that does not start again ends the process with a sentence', async () => {
  const start = npmStart()
  await start.ready()
  const pid = postgresPid()
  renameSync(path.join(data, 'postgres', 'global'), path.join(data, 'postgres', 'gone'))
  process.kill(pid, 'SIGKILL')
  expect(await start.ended).toBe(1)
  expect(sentences(start.output()).slice(4)).toEqual([
    'the database had ended and did not start; trying once more',
    expect.stringMatching(
      /^The database ended and can’t be started again\. PostgreSQL did not start within 5 seconds; /,
    ),
  ])
  await portIsFree()
})

test.each(['SIGTERM', 'SIGKILL'] as const)('%s to npm alone stops the server too, in order', async (signal) => {
  const start = npmStart()
  await start.ready()
  process.kill(start.pid, signal)
  await portIsFree()
  await until('it stopped in order', () => /stopped web[^]*stopped database/.test(start.output()))
})

test('a used port gives one sentence', async () => {
  const other = net.createServer()
  await new Promise<void>((up) => other.listen(port, '127.0.0.1', up))
  const sentences = await refusal({})
  await new Promise<void>((down) => other.close(() => down()))
  expect(sentences).toEqual([
    `Port ${port} is in use by another program: stop that one, or choose another with PORT=${port + 1} npm start.`,
  ])
})

test('an invalid variable gives one sentence', async () => {
  expect(await refusal({ TRUST_PROXY_HOPS: 'many' })).toEqual([
    'TRUST_PROXY_HOPS is "many": it should be the number of reverse proxies in front of this program, 0 to 9.',
  ])
})

test('a file in place of the data folder gives one sentence', async () => {
  const file = path.join(data, 'file')
  writeFileSync(file, '')
  expect(await refusal({ DATA_DIR: file })).toEqual([
    `The data folder should be ${file}, but that is a file: move it, or set DATA_DIR to another folder.`,
  ])
})

test('a DATABASE_URL without a database gives one sentence', async () => {
  expect(await refusal({ DATABASE_URL: 'postgres://me:word@127.0.0.1:1/fivefold' })).toEqual([
    'DATABASE_URL does not open a database: no PostgreSQL answers at 127.0.0.1:1 (ECONNREFUSED).',
  ])
})

test('a role with too few rights gets the SQL for an administrator', async () => {
  const name = `weak_${process.pid}`
  const admin = clusterUrl(theCluster(), 'postgres', superuser)
  await withConnection(admin, async (db) => {
    await db.query(`create role ${name} login password 'word'`)
    await db.query(createDatabaseSql(name, { owner: name }))
  })
  const sentences = await refusal({ DATABASE_URL: `postgres://${name}:word@127.0.0.1:${theCluster().port}/${name}` })
  await withConnection(admin, async (db) => {
    await db.query(dropDatabaseSql(name))
    await db.query(`drop role ${name}`)
  })
  expect(sentences[0]).toContain(`may not make the role ${name}_web`)
  expect(sentences.slice(1)).toEqual([
    expect.stringMatching(/^ {2}create role /),
    expect.stringMatching(/^ {2}alter role /),
    expect.stringMatching(/^ {2}grant connect /),
  ])
})
