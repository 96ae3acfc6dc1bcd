// A real PostgreSQL of its own, really killed.
import { randomBytes } from 'node:crypto'
import { renameSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { withConnection } from '../db/connection'
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../db/embedded-postgres'
import { superuser } from '../db/postgres-cluster'
import { temporaryFolder } from '../testing/temporary-folder'
import { until } from '../testing/until'
import { keepDatabaseUp } from './keep-database-up'

type Watched = Readonly<{ server: EmbeddedPostgres; folder: string; lines: string[]; ends: string[]; url: string }>

async function watched(): Promise<Watched> {
  const folder = temporaryFolder()
  const secret = randomBytes(32).toString('base64url')
  const server = await startEmbeddedPostgres(folder, secret)
  const url = server.urlFor('postgres', superuser)
  const [lines, ends]: [string[], string[]] = [[], []]
  const stopWatching = keepDatabaseUp(
    { watchUrl: url, revive: server.revive },
    { say: (line) => lines.push(line), giveUp: (sentence) => ends.push(sentence) },
  )
  onTestFinished(async () => {
    stopWatching()
    await server.stop('immediate').catch(() => {})
  })
  return { server, folder, lines, ends, url }
}

const answers = (url: string) =>
  withConnection(url, async (db) => (await db.query('select 1')).rowCount === 1).catch(() => false)

/** The process id of the postmaster, which is the parent of every connection's process. */
const postmaster = (url: string) =>
  withConnection(url, async (db) => {
    const { rows } = await db.query<{ pid: string }>(
      `select split_part(pg_read_file('postmaster.pid'), E'\n', 1) as pid`,
    )
    return Number(rows[0]?.pid)
  })

test('a server that was killed or stopped is up again at the same address within ten seconds, time after time', async () => {
  const { lines, ends, url } = await watched()
  for (const signal of ['SIGKILL', 'SIGINT', 'SIGKILL'] as const) {
    const pid = await postmaster(url)
    const before = lines.length
    const began = performance.now()
    process.kill(pid, signal)
    await until('it was started again', () => lines.length > before)
    expect(await answers(url)).toBe(true)
    expect(performance.now() - began).toBeLessThan(10_000)
    expect(await postmaster(url)).not.toBe(pid)
  }
  expect(lines).toEqual(Array(3).fill('the database had ended; it is running again'))
  expect(ends).toEqual([])
})

test('one connection that ends is no end of the server', async () => {
  const { lines, url, server } = await watched()
  const { pid } = server
  await until('the watch is connected', () =>
    withConnection(url, async (db) => {
      const { rowCount } = await db.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
      )
      return rowCount !== 0
    }),
  )
  await until('the watch is connected again', () =>
    withConnection(url, async (db) => {
      const { rowCount } = await db.query(
        `select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
      )
      return rowCount !== 0
    }),
  )
  expect(await postmaster(url)).toBe(pid)
  expect(lines).toEqual([])
})

test('two failures in a row are said once, and nothing is tried after them', async () => {
  const { folder, lines, ends, url } = await watched()
  const pid = await postmaster(url)
  renameSync(path.join(folder, 'postgres', 'global'), path.join(folder, 'postgres', 'gone'))
  process.kill(pid, 'SIGKILL')
  await until('it gave up', () => ends.length > 0)
  expect(ends).toEqual([
    expect.stringMatching(
      /^The database ended and can’t be started again\. PostgreSQL did not start within 5 seconds; .*server\.log says why/,
    ),
  ])
  expect(lines).toEqual(['the database had ended and did not start; trying once more'])
  renameSync(path.join(folder, 'postgres', 'gone'), path.join(folder, 'postgres', 'global'))
  await new Promise((later) => setTimeout(later, 1500))
  expect(await answers(url)).toBe(false)
})
