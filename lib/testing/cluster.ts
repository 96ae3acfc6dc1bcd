// A PostgreSQL for tests alone, in a temporary folder. A process of its own removes it all when this one is gone. One cluster serves a
// whole run; each test file gets a database in it, cloned from a migrated one. DATABASE_URL is never read.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import * as z from 'zod'
import { withConnection } from '../db/connection.ts'
import { superuser } from '../db/postgres-cluster.ts'
import {
  connectSql,
  createDatabaseSql,
  dropDatabaseSql,
  revokePublicSql,
  webRoleOf,
  type DatabaseUrls,
} from '../db/roles.ts'
import { deriveRolePassword } from '../db/secret.ts'
import { childEnv, readEnv, setEnv } from '../env.ts'

const root = path.join(import.meta.dirname, '..', '..')

/** The migrated database that others are cloned from; they share its owner and web role. */
export const template = 'fivefold'

const PassedCluster = z.object({
  port: z.number(),
  secret: z.string(),
  /** The port of a pooler in front of it, which every served app goes through. */
  poolerPort: z.number().optional(),
})
export type TestCluster = z.output<typeof PassedCluster>

/** Starts a cluster. `stop` ends it and removes its folder; so does any end of this process. */
export async function startTestCluster(
  migrations = path.join(root, 'prisma', 'migrations'),
): Promise<{ cluster: TestCluster; stop: () => Promise<void> }> {
  const keeper = fork(path.join(import.meta.dirname, 'cluster-keeper.ts'), [migrations], {
    cwd: root,
    execArgv: ['--import', 'tsx'],
    env: childEnv({ DATABASE_URL: undefined, NODE_OPTIONS: undefined }),
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const ended = once(keeper, 'exit')
  const reply: unknown = await Promise.race([
    once(keeper, 'message').then(([message]: unknown[]) => message),
    ended.then(() => Promise.reject(new Error('The cluster for tests did not start; its output is above.'))),
  ])
  return {
    cluster: PassedCluster.parse(reply),
    stop: async () => {
      if (keeper.connected) keeper.disconnect()
      await ended
    },
  }
}

/** Passes the run's cluster to children of this process, by their environment. */
export function passToChildren(cluster: TestCluster): void {
  setEnv('TEST_CLUSTER', JSON.stringify(cluster))
}

/** The run's cluster, if the parent process passed one. */
export function passedCluster(): TestCluster | undefined {
  const address = readEnv().TEST_CLUSTER
  return address ? PassedCluster.parse(JSON.parse(address)) : undefined
}

/** The run's cluster. Throws if the parent process passed none. */
export function theCluster(): TestCluster {
  const address = passedCluster()
  if (!address) throw new Error('Run this through vitest.config.ts, whose set-up starts a cluster.')
  return address
}

export type ClonedDatabase = DatabaseUrls & Readonly<{ name: string; drop: () => Promise<void> }>

/** A new database: a copy of the migrated one, of PostgreSQL's empty `template0`, or of another to which nobody is connected. */
export async function cloneDatabase(cluster: TestCluster, source: string = template): Promise<ClonedDatabase> {
  const name = `${template}_${crypto.randomUUID().slice(0, 8)}`
  const admin = clusterUrl(cluster, 'postgres', superuser)
  await withConnection(admin, async (db) => {
    await db.query(createDatabaseSql(name, { owner: template, source }))
    await db.query(revokePublicSql(name))
    await db.query(connectSql(name, webRoleOf(template)))
  })
  return {
    name,
    ownerUrl: clusterUrl(cluster, name, template),
    webUrl: clusterUrl(cluster, name, webRoleOf(template)),
    drop: () => withConnection(admin, async (db) => void (await db.query(dropDatabaseSql(name)))),
  }
}

/** The address of a database for a served app: through the run's pooler, if it has one and the database is of its cluster. */
export function servedUrl({ port, poolerPort }: TestCluster, url: string): string {
  const changed = new URL(url)
  if (poolerPort !== undefined && changed.port === String(port)) changed.port = String(poolerPort)
  return changed.href
}

/** The address of a database of the cluster, for one of its roles. */
export function clusterUrl({ port, secret }: TestCluster, database: string, role: string): string {
  return `postgres://${role}:${deriveRolePassword(secret, role)}@127.0.0.1:${port}/${database}`
}

/** Runs `work` with a database that is dropped afterwards, migrated or empty, in the run's cluster or a new one. */
export async function withThrowAwayDatabase<T>(
  work: (database: ClonedDatabase) => Promise<T>,
  source: typeof template | 'template0' = template,
): Promise<T> {
  const address = passedCluster()
  const own = address ? undefined : await startTestCluster()
  const cluster = address ?? own?.cluster
  if (!cluster) throw new Error('There is no cluster.')
  try {
    const database = await cloneDatabase(cluster, source)
    try {
      return await work(database)
    } finally {
      await database.drop()
    }
  } finally {
    await own?.stop()
  }
}
