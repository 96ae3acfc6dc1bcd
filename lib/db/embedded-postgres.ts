// A real PostgreSQL, run by its own pg_ctl. It outlives a killed Node, and the next start adopts it.
import { realpathSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import * as z from 'zod'
import { PlainFailure } from '../plain-failure.ts'
import { errorCodeOf, withConnection } from './connection.ts'
import { isPortTaken } from './ports.ts'
import { findPostgresBinaries, runPostgresTool } from './postgres-binaries.ts'
import { openCluster, superuser, type Cluster } from './postgres-cluster.ts'
import { deriveRolePassword } from './secret.ts'

const patienceMs = 20_000

export type EmbeddedPostgres = Readonly<{
  /** Whether the server ran already. */
  adopted: boolean
  port: number
  /** The postmaster's. */
  pid: number
  /** The address of a database for a role, whose password follows from the secret. */
  urlFor: (database: string, role: string) => string
  /** Stops the server unless another process is connected to it; false then. `immediate` stops it whoever is. */
  stop: (how?: 'immediate') => Promise<boolean>
}>

/**
 * Starts or adopts the server of a data folder, which must exist. Throws a PlainFailure where PostgreSQL doesn't exist for this
 * system, where it does not come up, or where the secret is another one than the cluster was made with.
 */
export async function startEmbeddedPostgres(folder: string, secret: string): Promise<EmbeddedPostgres> {
  const binaries = await findPostgresBinaries()
  const cluster = await openCluster(folder, secret, binaries)
  // The name tells our own connections from another process's when the last one out is to stop the server.
  const name = `fivefold-${process.pid}`
  const urlFor = (database: string, role: string) =>
    `postgres://${encodeURIComponent(role)}:${deriveRolePassword(secret, role)}@127.0.0.1:${cluster.port()}/${encodeURIComponent(database)}?application_name=${name}`

  const adopted = await isUp(cluster, urlFor)
  if (!adopted) await startServer(cluster, binaries, urlFor)
  return {
    adopted,
    port: cluster.port(),
    pid: cluster.pid(),
    urlFor,
    stop: async (how) => {
      if (!how && (await isUsedByOthers(urlFor('postgres', superuser), name))) return false
      await runPostgresTool(binaries, 'pg_ctl', ['stop', '-m', how ?? 'fast', '-w', '-s', '-D', cluster.data])
      return true
    },
  }
}

/** After a kill of the postmaster its children need a moment to go, and of two that start at once one fails: both try again. */
async function startServer(cluster: Cluster, binaries: string, urlFor: EmbeddedPostgres['urlFor']): Promise<void> {
  const began = performance.now()
  do {
    try {
      await runPostgresTool(binaries, 'pg_ctl', [
        'start',
        '-w',
        '-t',
        '60',
        '-s',
        '-D',
        cluster.data,
        '-l',
        cluster.log,
        '-o',
        `-p ${cluster.port()}`,
      ])
    } catch (cause) {
      if (!cluster.hasPidFile() && (await isPortTaken(cluster.port()))) await cluster.exchangePort()
      if (performance.now() - began > patienceMs) {
        throw new PlainFailure(
          `PostgreSQL did not start within ${patienceMs / 1000} seconds; ${cluster.log} says why. If that names a process that is no PostgreSQL, delete ${cluster.data}/postmaster.pid.`,
          { cause },
        )
      }
      await pause(100)
    }
  } while (!(await isUp(cluster, urlFor)))
}

const Up = z.tuple([z.object({ folder: z.string() })])

/** Whether the server that answers is the one of this very cluster. */
async function isUp(cluster: Cluster, urlFor: EmbeddedPostgres['urlFor']): Promise<boolean> {
  if (!cluster.hasPidFile()) return false
  try {
    return await withConnection(urlFor('postgres', superuser), async (db) => {
      const { rows } = await db.query(`select current_setting('data_directory') as folder`)
      return Up.parse(rows)[0].folder === realpathSync(cluster.data)
    })
  } catch (error) {
    if (errorCodeOf(error) === '28P01' && isAlive(cluster.pid())) throw wrongSecretFailure(cluster)
    return false
  }
}

function isAlive(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0)
  } catch (error) {
    return errorCodeOf(error) === 'EPERM'
  }
}

const wrongSecretFailure = (cluster: Cluster) =>
  new PlainFailure(
    `The database in ${cluster.data} was made with another secret: put back the file \`secret\` beside it, or SECRET, as it was.`,
  )

async function isUsedByOthers(url: string, name: string): Promise<boolean> {
  return withConnection(url, async (db) => {
    const others = `select from pg_stat_activity where backend_type = 'client backend' and application_name <> $1`
    return (await db.query(others, [name])).rowCount !== 0
  })
}
