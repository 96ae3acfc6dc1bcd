import { withConnection } from './connection.ts'
import type { EmbeddedPostgres } from './embedded-postgres.ts'
import { superuser } from './postgres-cluster.ts'
import {
  connectSql,
  createDatabaseSql,
  roleCreationLock,
  roleSql,
  revokePublicSql,
  utcSql,
  webRoleOf,
  type DatabaseUrls,
} from './roles.ts'
import { deriveRolePassword } from './secret.ts'

/** Makes a database of the embedded server with its two roles. Safe to repeat and to run in two processes at once. */
export async function ensureOwnDatabase(
  server: Pick<EmbeddedPostgres, 'urlFor'>,
  database: string,
  secret: string,
): Promise<DatabaseUrls> {
  const web = webRoleOf(database)
  await withConnection(server.urlFor('postgres', superuser), async (db) => {
    await db.query('select pg_advisory_lock($1)', [roleCreationLock])
    for (const role of [database, web]) {
      const { rowCount } = await db.query('select from pg_roles where rolname = $1', [role])
      await db.query(roleSql(rowCount ? 'alter' : 'create', role, deriveRolePassword(secret, role)))
      await db.query(utcSql(role))
    }
    const { rowCount } = await db.query('select from pg_database where datname = $1', [database])
    if (!rowCount) await db.query(createDatabaseSql(database, { owner: database }))
    await db.query(revokePublicSql(database))
    await db.query(connectSql(database, web))
  })
  return { ownerUrl: server.urlFor(database, database), webUrl: server.urlFor(database, web) }
}
