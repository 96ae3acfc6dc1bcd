// The app behind PgBouncer in transaction mode: the tests of its routes pass as they are, and a start finds a pooler that it can't be behind.
import path from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '@/lib/process/open-database'
import { runVitest } from '@/scripts/run-tests.mjs'
import { cloneDatabase, clusterUrl, servedUrl, theCluster, type TestCluster } from '@/lib/testing/cluster'
import { POOL_SIZE, startPooler, type Pooler } from '@/lib/testing/pooler'
import { reportFigure } from '@/lib/testing/soak/figure'
import { withConnection } from './connection'
import { superuser } from './postgres-cluster'

const root = path.join(import.meta.dirname, '..', '..')

let cluster: TestCluster
let pooler: Pooler
beforeAll(async () => {
  cluster = theCluster()
  pooler = await startPooler(cluster)
})
afterAll(() => pooler.stop())

const behind = ({ port }: Pooler): TestCluster => ({ ...cluster, poolerPort: port })

/** Files whose path has one of these in it: every route for every kind of person, every page, and what each room does with them. */
const throughIt = [
  'lib/testing/route-matrix.',
  'lib/testing/pages.',
  '/device.http.',
  '/terms.http.',
  '/week.http.',
  'lib/accounts/keyring.',
  'lib/accounts/session.',
  'lib/journal/journal.',
  'lib/journal/retries.',
  'lib/journal/sharing.',
]

test('the tests of every route pass through it', async () => {
  const before = await pooler.transactions()
  const { output, passed, failed } = await runVitest('http', throughIt, {
    // as few as in npm test: what each suite repeats is not about a pooler
    env: { TEST_CLUSTER: JSON.stringify(behind(pooler)), FULL_COUNTS: '', FIGURES_FILE: '' },
  })
  expect(failed, output).toBe(0)
  const transactions = (await pooler.transactions()) - before
  expect(transactions).toBeGreaterThan(5 * passed)
  reportFigure('pooler', passed, `${transactions} transactions, ${POOL_SIZE} connections at most for a role`)
})

/** An empty database with an owner that may make roles: its addresses past the pooler and through it. */
async function emptyDatabase(through: Pooler) {
  const { name, drop } = await cloneDatabase(cluster, 'template0')
  const admin = clusterUrl(cluster, 'postgres', superuser)
  await withConnection(admin, async (db) => {
    await db.query(`create role ${name} login createrole password 'word'`)
    await db.query(`alter database ${name} owner to ${name}`)
  })
  onTestFinished(async () => {
    await drop()
    await withConnection(admin, (db) => db.query(`drop role if exists ${name}_web, ${name}`))
  })
  const directUrl = `postgres://${name}:word@127.0.0.1:${cluster.port}/${name}`
  return { name, directUrl, givenUrl: servedUrl(behind(through), directUrl) }
}

const start = (addresses: { givenUrl: string; directUrl?: string }) =>
  openDatabase({ root, folder: '', secret: cluster.secret, ...addresses })

test('two first starts at once migrate at DIRECT_URL, and requests go through the pooler', async () => {
  const { name, ...addresses } = await emptyDatabase(pooler)
  const [first, second] = await Promise.all([start(addresses), start(addresses)])
  expect([first.ownerUrl, second.webUrl]).toEqual([addresses.givenUrl, first.webUrl])
  expect(first.applied.length + second.applied.length).toBeGreaterThan(15)
  expect(first.story).toContain(`, started at 127.0.0.1:${cluster.port}, as DIRECT_URL says`)
  const { rows } = await withConnection(first.webUrl, (db) =>
    db.query(`select current_user as role, inet_server_port() as port, current_setting('timezone') as zone`),
  )
  expect([new URL(first.webUrl).port, rows]).toEqual([
    String(pooler.port),
    [{ role: `${name}_web`, port: cluster.port, zone: 'UTC' }],
  ])
})

test('a pooler that runs requests as the owner is refused', async () => {
  const { name, directUrl } = await emptyDatabase(pooler)
  const asOne = await startPooler(cluster, { role: name, password: 'word' })
  onTestFinished(() => asOne.stop())
  await expect(start({ directUrl, givenUrl: servedUrl(behind(asOne), directUrl) })).rejects.toThrow(
    `The pooler of DATABASE_URL runs requests as the role ${name}: let it pass on the role ${name}_web, which the policies are for.`,
  )
})

test('a pooler that finds no such database is named', async () => {
  const { directUrl } = await emptyDatabase(pooler)
  const givenUrl = servedUrl(behind(pooler), directUrl.replace(/[^/]*$/, 'nowhere'))
  // PgBouncer keeps the caller waiting while it tries again
  await expect(start({ directUrl, givenUrl })).rejects.toThrow(
    `DATABASE_URL does not open a database: no PostgreSQL answers at 127.0.0.1:${pooler.port} (`,
  )
})
