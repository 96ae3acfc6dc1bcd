import path from 'node:path'
import { backUp } from '../db/backup/back-up.ts'
import { newBackupPath } from '../db/backup/backup-folder.ts'
import { withConnection } from '../db/connection.ts'
import { assertDurable } from '../db/durability.ts'
import { startEmbeddedPostgres } from '../db/embedded-postgres.ts'
import { ensureGivenDatabase } from '../db/given-database.ts'
import { migrate } from '../db/migrate.ts'
import { checkPooler, pooledUrls } from '../db/pooled-database.ts'
import { ensureOwnDatabase } from '../db/own-database.ts'
import { superuser } from '../db/postgres-cluster.ts'
import type { DatabaseUrls } from '../db/roles.ts'
import { PlainFailure } from '../plain-failure.ts'
import { seams } from '../seams.ts'
import { renewEmailKeys } from './email-keys.ts'
import { keepDatabaseUp, type WatchOptions } from './keep-database-up.ts'

export type OpenDatabase = DatabaseUrls &
  Readonly<{
    /** One line on which database this is. */
    story: string
    /** The migrations that this start applied. */
    applied: readonly string[]
    /** The backup that was made before them; null if there was nothing to migrate or nobody has an account. */
    backup: string | null
    /** The database's own address, as its owner, past any pooler. */
    directOwnerUrl: string
    /** Watches an embedded server and starts it again. Returns a function that stops watching. Null for a given database. */
    keepUp: ((options: WatchOptions) => () => void) | null
    /** Stops an embedded server, unless another process uses it. Does nothing to a given database. */
    close: () => Promise<unknown>
  }>

/** Opens this installation's database: makes the roles, checks durability, backs up and migrates. Throws a PlainFailure for what a person can fix. */
export async function openDatabase({
  root,
  folder,
  secret,
  givenUrl,
  directUrl,
}: DatabasePlace & Readonly<{ root: string }>): Promise<OpenDatabase> {
  const { urls, story, keepUp, close } = await reachDatabase({ folder, secret, givenUrl, directUrl })
  await withConnection(urls.ownerUrl, assertDurable)
  let backup: string | null = null
  const applied = await migrate(urls.ownerUrl, path.join(root, 'prisma', 'migrations'), async (db) => {
    if ((await db.query('select from account limit 1')).rowCount === 0) return
    const madeAt = seams().now()
    backup = newBackupPath(folder, madeAt, 'migration')
    await backUp(db, { file: backup, secret, why: 'migration', madeAt })
  })
  await withConnection(urls.ownerUrl, renewEmailKeys)
  const opened = { story, applied, backup, directOwnerUrl: urls.ownerUrl, keepUp, close }
  if (!givenUrl || !directUrl) return { ...urls, ...opened }
  const pooled = pooledUrls(givenUrl, urls)
  await checkPooler(pooled, urls)
  return { ...pooled, ...opened }
}

export type DatabasePlace = Readonly<{
  folder: string
  secret: string
  givenUrl: string | undefined
  /** The database's own address, where the given one leads to a pooler in transaction mode. */
  directUrl?: string | undefined
}>

export type ReachedDatabase = Pick<OpenDatabase, 'story' | 'keepUp' | 'close'> & Readonly<{ urls: DatabaseUrls }>

/**
 * Reaches this installation's database at its own address, past any pooler, and makes the roles. Starts an embedded server that does not
 * run. Does not migrate. Throws a PlainFailure for what a person can fix.
 */
export async function reachDatabase({ folder, secret, givenUrl, directUrl }: DatabasePlace): Promise<ReachedDatabase> {
  if (directUrl && !givenUrl)
    throw new PlainFailure(
      'DIRECT_URL is set without DATABASE_URL: set both, or DATABASE_URL alone if nothing pools it.',
    )
  return givenUrl ? openGivenDatabase(givenUrl, directUrl, secret) : openEmbeddedDatabase(folder, secret)
}

async function openGivenDatabase(url: string, directUrl: string | undefined, secret: string) {
  const urls = directUrl
    ? await ensureGivenDatabase(directUrl, secret, 'DIRECT_URL')
    : await ensureGivenDatabase(url, secret)
  const { host, pathname } = new URL(url)
  const started = directUrl ? `, started at ${new URL(directUrl).host}, as DIRECT_URL says` : ''
  return {
    urls,
    story: `${pathname.slice(1)} at ${host}, as DATABASE_URL says${started}`,
    keepUp: null,
    close: async () => {},
  }
}

async function openEmbeddedDatabase(folder: string, secret: string) {
  const server = await startEmbeddedPostgres(folder, secret)
  const urls = await ensureOwnDatabase(server, 'fivefold', secret)
  return {
    urls,
    story: `${server.adopted ? 'PostgreSQL found running' : 'PostgreSQL started'} on port ${server.port}`,
    keepUp: (options: WatchOptions) =>
      keepDatabaseUp({ watchUrl: server.urlFor('postgres', superuser), revive: server.revive }, options),
    close: () => server.stop(),
  }
}
