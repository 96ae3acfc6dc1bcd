// A database as a home has it: with an owner and a web role of its own, so that migrations that run in it again give the web its rights.
import { withConnection } from '../db/connection.ts'
import { migrate } from '../db/migrate.ts'
import { ensureOwnDatabase } from '../db/own-database.ts'
import { superuser } from '../db/postgres-cluster.ts'
import { dropDatabaseSql, webRoleOf } from '../db/roles.ts'
import { clusterUrl, theCluster, type ClonedDatabase } from './cluster.ts'

/** A new database in the run's cluster, migrated by the migrations of a folder. */
export async function newHomeDatabase(migrations = 'prisma/migrations'): Promise<ClonedDatabase> {
  const cluster = theCluster()
  const name = `home_${crypto.randomUUID().slice(0, 8)}`
  const urlFor = (database: string, role: string) => clusterUrl(cluster, database, role)
  const urls = await ensureOwnDatabase({ urlFor }, name, cluster.secret)
  await migrate(urls.ownerUrl, migrations)
  return {
    ...urls,
    name,
    drop: () =>
      withConnection(urlFor('postgres', superuser), async (db) => {
        await db.query(dropDatabaseSql(name))
        for (const role of [webRoleOf(name), name]) await db.query(`drop role if exists ${role}`)
      }),
  }
}
