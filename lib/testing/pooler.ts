// PgBouncer in transaction mode in front of a cluster, for tests alone.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as z from 'zod'
import { withConnection } from '../db/connection.ts'
import { findFreePort } from '../db/ports.ts'
import { superuser } from '../db/postgres-cluster.ts'
import { postgresUser } from '../db/postgres-user.ts'
import { clusterUrl, type TestCluster } from './cluster.ts'
import { startTied } from './tied-program.ts'
import { until } from './until.ts'

/** How many connections one role has to one database. The app opens more, so its transactions have to take turns. */
export const POOL_SIZE = 3

export type Pooler = Readonly<{
  port: number
  /** How many transactions it has passed on. */
  transactions: () => Promise<number>
  stop: () => Promise<void>
}>

const Totals = z.array(z.object({ database: z.string(), xact_count: z.coerce.number() }))

/**
 * Starts PgBouncer in front of every database of the cluster. It asks the database for the verifier of a role (`auth_query`), so it knows no
 * password but its own. With `asOne` it works as that role, whoever signs in: as a pooler must not be set up.
 */
export async function startPooler(
  cluster: TestCluster,
  asOne?: Readonly<{ role: string; password: string }>,
): Promise<Pooler> {
  const folder = mkdtempSync(path.join(tmpdir(), 'fivefold-pooler-'))
  chmodSync(folder, 0o755) // root's PgBouncer runs as nobody, who has to get in
  const file = (name: string, lines: readonly string[]) => {
    writeFileSync(path.join(folder, name), `${lines.join('\n')}\n`)
    return path.join(folder, name)
  }
  const port = await findFreePort()
  const { password } = new URL(clusterUrl(cluster, 'postgres', superuser))
  const forced = asOne ? ` user=${asOne.role} password=${asOne.password}` : ''
  const settings = file('pgbouncer.ini', [
    '[databases]',
    `* = host=127.0.0.1 port=${cluster.port}${forced}`,
    '[pgbouncer]',
    'listen_addr = 127.0.0.1',
    `listen_port = ${port}`,
    'unix_socket_dir =',
    'pool_mode = transaction',
    `default_pool_size = ${POOL_SIZE}`,
    'auth_type = scram-sha-256',
    `auth_file = ${file('users', [`"${superuser}" "${password}"`])}`,
    `auth_user = ${superuser}`,
    `admin_users = ${superuser}`,
  ])
  const program = startTied('pgbouncer', ['--quiet', settings], postgresUser)
  const admin = new URL(clusterUrl({ ...cluster, port }, 'pgbouncer', superuser)).href
  const transactions = () =>
    withConnection(admin, async (db) => {
      const { rows } = await db.query('show stats_totals')
      return Totals.parse(rows).reduce((sum, { xact_count }) => sum + xact_count, 0)
    })
  await until(
    () => `the pooler answers; its output: ${program.readOutput()}`,
    async () => (await transactions()) >= 0,
  )
  return {
    port,
    transactions,
    stop: async () => {
      await program.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
