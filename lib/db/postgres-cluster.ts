// The files of the cluster in the data folder: `postgres`, which initdb makes, and `port`.
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { PlainFailure } from '../plain-failure.ts'
import { makeFolderOnce } from './make-folder-once.ts'
import { findFreePort } from './ports.ts'
import { runPostgresTool } from './postgres-binaries.ts'
import { postgresUser } from './postgres-user.ts'
import { deriveRolePassword } from './secret.ts'

const version = '18'

/** The role that initdb makes. It only makes roles and databases. */
export const superuser = 'postgres'

export type Cluster = Readonly<{
  data: string
  log: string
  /** The port that a running server listens on, else the port chosen for the next start. */
  port: () => number
  /** Chooses another port for the next start. */
  exchangePort: () => Promise<void>
  /** Whether the pid file exists: a server runs, or was killed. */
  hasPidFile: () => boolean
  /** The process id in the pid file, or 0. */
  pid: () => number
}>

/**
 * Returns the cluster of a data folder, and makes it if it is missing. Throws a PlainFailure if another version made
 * it.
 */
export async function openCluster(folder: string, secret: string, binaries: string): Promise<Cluster> {
  const cluster = clusterIn(folder)
  await makeFolderOnce(cluster.data, (part) => initialise(part, secret, binaries))
  refuseOtherVersion(cluster.data)
  if (!existsSync(portFileOf(folder))) await cluster.exchangePort()
  return cluster
}

const portFileOf = (folder: string): string => path.join(folder, 'port')

/** The files of the cluster of a data folder, whether they are there or not. */
export function clusterIn(folder: string): Cluster {
  const data = path.join(folder, 'postgres')
  const portFile = portFileOf(folder)
  const pidFile = path.join(data, 'postmaster.pid')
  const pidLine = (line: number): number => {
    try {
      return Number(readFileSync(pidFile, 'utf8').split('\n')[line - 1])
    } catch {
      return 0
    }
  }
  return {
    data,
    log: path.join(data, 'server.log'),
    port: () => pidLine(4) || Number(readFileSync(portFile, 'utf8')),
    exchangePort: async () => writeFileSync(portFile, `${await findFreePort()}\n`),
    hasPidFile: () => existsSync(pidFile),
    pid: () => pidLine(1),
  }
}

async function initialise(data: string, secret: string, binaries: string): Promise<void> {
  const passwordFile = `${data}.password`
  mkdirSync(data, { mode: 0o700 })
  writeFileSync(passwordFile, deriveRolePassword(secret, superuser), { mode: 0o600 })
  if (postgresUser) for (const made of [data, passwordFile]) chownSync(made, postgresUser.uid, postgresUser.gid)
  try {
    await runPostgresTool(binaries, 'initdb', [
      ...['-D', data, '-U', superuser, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'],
      ...['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
      ...[
        'listen_addresses=127.0.0.1',
        'unix_socket_directories=',
        'timezone=UTC',
        'log_timezone=UTC',
        'fsync=on',
        'synchronous_commit=on',
      ].map((setting) => `--set=${setting}`),
    ])
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

/** Throws a PlainFailure if another version of PostgreSQL made the cluster. */
export function refuseOtherVersion(data: string): void {
  const file = path.join(data, 'PG_VERSION')
  const found = existsSync(file) ? readFileSync(file, 'utf8').trim() : 'none'
  if (found === version) return
  throw new PlainFailure(
    found === 'none'
      ? `${data} should be a database and is not: move it, or set DATA_DIR to another folder.`
      : `The database in ${data} was made by PostgreSQL ${found}, and this Fivefold brings ${version}: use the Fivefold that made it.`,
  )
}
