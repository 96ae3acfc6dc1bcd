// `npm start` as a person runs it, over a given database, with a person in it whose session does not end.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { withConnection } from '../lib/db/connection.ts'
import { ensureOwnDatabase } from '../lib/db/own-database.ts'
import { findFreePort } from '../lib/db/ports.ts'
import { dropDatabaseSql } from '../lib/db/roles.ts'
import { superuser } from '../lib/db/postgres-cluster.ts'
import { childEnv } from '../lib/env.ts'
import { clusterUrl } from '../lib/testing/cluster.ts'
import { fetchPage, makeBareTable, type StartUntil } from './bare-app.ts'
import { putPerson } from './bench-people.ts'
import type { BenchWorld } from './two-apps.ts'

const root = path.join(import.meta.dirname, '..')

/** `msToReady` counts from the start of its process to the first whole Today, or until it listens. */
type RunningProduct = Readonly<{ pid: number; msToReady: number; stop: () => Promise<void> }>

/** `bareUrl` is the address of the same database for the bare app. */
export type Product = Readonly<{
  start: (until: StartUntil) => Promise<RunningProduct>
  bareUrl: string
  remove: () => Promise<void>
}>

/** Makes the database of a product, migrated by a first start. */
export async function makeProduct({ cluster }: Pick<BenchWorld, 'cluster'>): Promise<Product> {
  const name = 'fivefold_start'
  const urlFor = (database: string, role: string) => clusterUrl(cluster, database, role)
  const { ownerUrl } = await ensureOwnDatabase({ urlFor }, name, cluster.secret)
  const folder = mkdtempSync(path.join(tmpdir(), 'fivefold-product-'))
  chmodSync(folder, 0o755) // root's PostgreSQL runs as nobody
  const removeFolder = () => rmSync(folder, { recursive: true, force: true })
  process.once('exit', removeFolder)
  const variables = {
    DATA_DIR: folder,
    DATABASE_URL: ownerUrl,
    DIRECT_URL: undefined,
    SECRET: cluster.secret,
    APP_URL: undefined,
  }
  await (await startProduct(variables)).stop()
  const { cookie } = await withConnection(ownerUrl, putPerson)
  await makeBareTable(ownerUrl, 1000)
  return {
    start: (until) => startProduct(variables, until === 'page' ? cookie : undefined),
    bareUrl: ownerUrl,
    remove: async () => {
      removeFolder()
      await withConnection(urlFor('postgres', superuser), (db) => db.query(dropDatabaseSql(name)))
    },
  }
}

/** Reads Today with the cookie, if there is one. */
async function startProduct(
  variables: Readonly<Record<string, string | undefined>>,
  cookie?: string,
): Promise<RunningProduct> {
  const port = await findFreePort()
  const began = performance.now()
  const child = spawn(process.execPath, ['--max-old-space-size=1024', 'scripts/start.mjs'], {
    cwd: root,
    env: childEnv({ ...variables, PORT: String(port), NODE_OPTIONS: undefined, TEST_CLUSTER: undefined }),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'exit')
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text))
  while (!output.includes('ready at')) {
    if (child.exitCode !== null) throw new Error(`The app ended before it served:\n${output}`)
    await setTimeout(5)
  }
  if (cookie) await fetchPage(`http://localhost:${port}/today`, { cookie })
  return {
    pid: child.pid ?? 0,
    msToReady: performance.now() - began,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}
