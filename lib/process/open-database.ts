import path from 'node:path'
import { withConnection } from '../db/connection.ts'
import { assertDurable } from '../db/durability.ts'
import { startEmbeddedPostgres } from '../db/embedded-postgres.ts'
import { ensureGivenDatabase } from '../db/given-database.ts'
import { migrate } from '../db/migrate.ts'
import { ensureOwnDatabase } from '../db/own-database.ts'
import { superuser } from '../db/postgres-cluster.ts'
import type { DatabaseUrls } from '../db/roles.ts'
import { renewEmailKeys } from './email-keys.ts'
import { keepDatabaseUp, type WatchOptions } from './keep-database-up.ts'

export type OpenDatabase = DatabaseUrls &
  Readonly<{
    /** One line on which database this is. */
    story: string
    /** The migrations that this start applied. */
    applied: readonly string[]
    /** Watches an embedded server and starts it again. Returns a function that stops watching. Null for a given database. */
    keepUp: ((options: WatchOptions) => () => void) | null
    /** Stops an embedded server, unless another process uses it. Does nothing to a given database. */
    close: () => Promise<unknown>
  }>

/** Opens this installation's database: makes the roles, checks durability, migrates. Throws a PlainFailure for what a person can fix. */
export async function openDatabase({
  root,
  folder,
  secret,
  givenUrl,
}: {
  root: string
  folder: string
  secret: string
  givenUrl: string | undefined
}): Promise<OpenDatabase> {
  const { urls, story, keepUp, close } = givenUrl
    ? await openGivenDatabase(givenUrl, secret)
    : await openEmbeddedDatabase(folder, secret)
  await withConnection(urls.ownerUrl, assertDurable)
  const applied = await migrate(urls.ownerUrl, path.join(root, 'prisma', 'migrations'))
  await withConnection(urls.ownerUrl, renewEmailKeys)
  return { ...urls, story, applied, keepUp, close }
}

async function openGivenDatabase(url: string, secret: string) {
  const urls = await ensureGivenDatabase(url, secret)
  const { host, pathname } = new URL(url)
  return { urls, story: `${pathname.slice(1)} at ${host}, as DATABASE_URL says`, keepUp: null, close: async () => {} }
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
