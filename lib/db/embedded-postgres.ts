// Runs a real PostgreSQL by its own pg_ctl. It keeps running when Node is killed, and the next start adopts it.
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

/** How long one attempt to start it again under a running app may fail. Two of them are within ten seconds. */
const revivalMs = 5_000

export type EmbeddedPostgres = Readonly<{
  /** Whether the server was already running. */
  adopted: boolean
  port: number
  /** The process id of the postmaster. */
  pid: number
  /** The address of a database for a role. Its password is derived from the secret. */
  urlFor: (database: string, role: string) => string
  /**
   * Starts a server that ended while the app runs, at the same port, because open pools have its address. Returns
   * whether it had to: not if it runs. Throws a PlainFailure after some seconds of failing.
   */
  revive: () => Promise<boolean>
  /** Stops the server, or returns false if another process is connected. `immediate` stops it in any case. */
  stop: (how?: 'immediate') => Promise<boolean>
}>

/**
 * Starts or adopts the server of an existing data folder. Throws a PlainFailure if there is no PostgreSQL for this
 * system, if it does not start, or if the cluster was made with another secret.
 */
export async function startEmbeddedPostgres(folder: string, secret: string): Promise<EmbeddedPostgres> {
  const binaries = await findPostgresBinaries()
  const cluster = await openCluster(folder, secret, binaries)
  // By this name, `stop` tells this process's connections from those of other processes.
  const name = `fivefold-${process.pid}`
  const urlFor = (database: string, role: string) =>
    `postgres://${encodeURIComponent(role)}:${deriveRolePassword(secret, role)}@127.0.0.1:${cluster.port()}/${encodeURIComponent(database)}?application_name=${name}`

  const adopted = await isUp(cluster, urlFor)
  if (!adopted) await startServer(cluster, binaries, urlFor)
  const port = cluster.port()
  return {
    adopted,
    port,
    pid: cluster.pid(),
    urlFor,
    revive: async () => {
      if (await isUp(cluster, urlFor)) return false
      await startServer(cluster, binaries, urlFor, { port, withinMs: revivalMs })
      return true
    },
    stop: async (how) => {
      if (!how && (await isUsedByOthers(urlFor('postgres', superuser), name))) return false
      await runPostgresTool(binaries, 'pg_ctl', ['stop', '-m', how ?? 'fast', '-w', '-s', '-D', cluster.data])
      return true
    },
  }
}

/**
 * Retries, because the children of a killed postmaster need a moment to end, and one of two concurrent starts fails.
 * Without a `port` that it must have it takes another one if its own is taken.
 */
async function startServer(
  cluster: Cluster,
  binaries: string,
  urlFor: EmbeddedPostgres['urlFor'],
  { port, withinMs = patienceMs }: { port?: number; withinMs?: number } = {},
): Promise<void> {
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
        `-p ${port ?? cluster.port()}`,
      ])
    } catch (cause) {
      if (port === undefined && !cluster.hasPidFile() && (await isPortTaken(cluster.port())))
        await cluster.exchangePort()
      if (performance.now() - began > withinMs) {
        throw new PlainFailure(
          `PostgreSQL did not start within ${withinMs / 1000} seconds; ${cluster.log} says why. If it names a process that is not PostgreSQL, delete ${cluster.data}/postmaster.pid.`,
          { cause },
        )
      }
      await pause(100)
    }
  } while (!(await isUp(cluster, urlFor)))
}

const Up = z.tuple([z.object({ folder: z.string() })])

/**
 * Whether the server that answers belongs to this cluster. Throws a PlainFailure if it was made with another secret.
 */
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
    `The database in ${cluster.data} was made with another secret: restore the file \`secret\` beside it, or the former SECRET.`,
  )

async function isUsedByOthers(url: string, name: string): Promise<boolean> {
  return withConnection(url, async (db) => {
    const others = `select from pg_stat_activity where backend_type = 'client backend' and application_name <> $1`
    return (await db.query(others, [name])).rowCount !== 0
  })
}
