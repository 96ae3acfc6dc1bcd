// A PostgreSQL for tests alone: in a temporary folder, kept by a process of its own that removes all of it when this one is gone.
// One serves a whole run; every test has a database in it, cloned from one that is migrated. DATABASE_URL is never read.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import * as z from 'zod'
import { withConnection } from '../db/connection.ts'
import { superuser } from '../db/postgres-cluster.ts'
import { connectSql, createDatabaseSql, dropDatabaseSql, shutSql, webRoleOf, type DatabaseUrls } from '../db/roles.ts'
import { rolePassword } from '../db/secret.ts'
import { childEnv, readEnv, setEnv } from '../env.ts'

const root = path.join(import.meta.dirname, '..', '..')

/** The migrated database that others are cloned from; its owner and its web role are theirs too. */
export const template = 'fivefold'

const Told = z.object({ port: z.number(), secret: z.string() })
export type TestCluster = z.output<typeof Told>

/** Starts a cluster; `stop` ends it and removes its folder, and so does the end of this process, however it comes. */
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
    cluster: Told.parse(reply),
    stop: async () => {
      if (keeper.connected) keeper.disconnect()
      await ended
    },
  }
}

/** Tells children of this process which cluster serves the run. */
export function tellChildren(cluster: TestCluster): void {
  setEnv('TEST_CLUSTER', JSON.stringify(cluster))
}

/** The cluster that serves this run, where whoever runs the tests told one. */
export function toldCluster(): TestCluster | undefined {
  const address = readEnv().TEST_CLUSTER
  return address ? Told.parse(JSON.parse(address)) : undefined
}

/** The cluster that serves this run. Throws where nobody told one. */
export function theCluster(): TestCluster {
  const address = toldCluster()
  if (!address) throw new Error('Run this through vitest.config.ts, whose set-up starts a cluster.')
  return address
}

export type ClonedDatabase = DatabaseUrls & Readonly<{ name: string; drop: () => Promise<void> }>

/** A database of one's own: a copy of the migrated one, or of PostgreSQL's `template0`, which is empty. */
export async function cloneDatabase(
  cluster: TestCluster,
  source: typeof template | 'template0' = template,
): Promise<ClonedDatabase> {
  const name = `${template}_${crypto.randomUUID().slice(0, 8)}`
  const admin = clusterUrl(cluster, 'postgres', superuser)
  await withConnection(admin, async (db) => {
    await db.query(createDatabaseSql(name, { owner: template, source }))
    await db.query(shutSql(name))
    await db.query(connectSql(name, webRoleOf(template)))
  })
  return {
    name,
    ownerUrl: clusterUrl(cluster, name, template),
    webUrl: clusterUrl(cluster, name, webRoleOf(template)),
    drop: () => withConnection(admin, async (db) => void (await db.query(dropDatabaseSql(name)))),
  }
}

/** Any database of the cluster as any of its roles. */
export function clusterUrl({ port, secret }: TestCluster, database: string, role: string): string {
  return `postgres://${role}:${rolePassword(secret, role)}@127.0.0.1:${port}/${database}`
}

/** A database for the length of some work, migrated or empty, in the run's cluster or one made for it. */
export async function withThrowAwayDatabase<T>(
  work: (database: ClonedDatabase) => Promise<T>,
  source: typeof template | 'template0' = template,
): Promise<T> {
  const address = toldCluster()
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
