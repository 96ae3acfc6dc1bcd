// A PostgreSQL of one test file, which may kill it. The run's cluster serves other files too.
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../db/embedded-postgres.ts'
import { migrate } from '../db/migrate.ts'
import { ensureOwnDatabase } from '../db/own-database.ts'
import { superuser } from '../db/postgres-cluster.ts'
import type { DatabaseUrls } from '../db/roles.ts'

export type KilledPostgres = Readonly<{
  /** A migrated database. Its addresses hold after a start, too. */
  database: DatabaseUrls
  /** The address of a database that exists as long as the server does. */
  watchUrl: string
  /** Ends the server and every process of it at once. */
  kill: () => void
  /** Asks the server to stop, without a word to its clients. */
  stop: (how: 'SIGINT' | 'SIGQUIT') => void
  /** Starts it again where it does not run, and returns whether it had to. */
  revive: () => Promise<boolean>
  /** Stops it and removes everything. */
  remove: () => Promise<void>
}>

export async function killedPostgres(): Promise<KilledPostgres> {
  const secret = randomBytes(32).toString('base64url')
  const folder = mkdtempSync(path.join(tmpdir(), 'fivefold-'))
  chmodSync(folder, 0o755) // PostgreSQL of root runs as nobody, who must enter this folder
  let server: EmbeddedPostgres = await startEmbeddedPostgres(folder, secret)
  const database = await ensureOwnDatabase(server, 'fivefold', secret)
  await migrate(database.ownerUrl, path.join(import.meta.dirname, '..', '..', 'prisma', 'migrations'))
  return {
    database,
    watchUrl: server.urlFor('postgres', superuser),
    kill: () => {
      const all = [server.pid, ...childrenOf(server.pid)]
      for (const pid of all) if (isAlive(pid)) process.kill(pid, 'SIGKILL')
    },
    stop: (how) => void process.kill(server.pid, how),
    revive: async () => {
      const hadToStart = await server.revive()
      if (hadToStart) server = await startEmbeddedPostgres(folder, secret) // only reads its new process id
      return hadToStart
    },
    remove: async () => {
      await server.stop('immediate').catch(() => {})
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The processes of a server. Where the system does not list them, they notice by themselves that the server is gone. */
function childrenOf(pid: number): number[] {
  const file = `/proc/${pid}/task/${pid}/children`
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split(' ').filter(Boolean).map(Number) : []
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
