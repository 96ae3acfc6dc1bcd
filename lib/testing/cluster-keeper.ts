// The process that owns a cluster for tests. It runs as long as the channel to its parent is open, and removes everything at its end.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startEmbeddedPostgres } from '../db/embedded-postgres.ts'
import { migrate } from '../db/migrate.ts'
import { ensureOwnDatabase } from '../db/own-database.ts'
import { makeDataFolder } from '../db/data-folder.ts'
import { readSecret } from '../db/secret.ts'
import { template } from './cluster.ts'

const [migrations] = process.argv.slice(2)
if (!process.send || !migrations) throw new Error('This is started by lib/testing/cluster.ts.')

const folder = mkdtempSync(path.join(tmpdir(), 'fivefold-test-'))
chmodSync(folder, 0o755) // root's PostgreSQL runs as nobody, who has to get in
// A Ctrl-C goes to the whole group: the parent exits, which closes the channel.
process.on('SIGINT', () => {}).on('SIGTERM', () => {})

const secret = readSecret(makeDataFolder(folder), undefined)
const server = await startEmbeddedPostgres(folder, secret)

/** Nothing is kept, so a server that does not stop is killed. */
async function end(code: number): Promise<never> {
  await server.stop('immediate').catch(() => process.kill(server.pid, 'SIGKILL'))
  rmSync(folder, { recursive: true, force: true })
  process.exit(code)
}
process.on('disconnect', () => void end(0))
try {
  await migrate((await ensureOwnDatabase(server, template, secret)).ownerUrl, migrations)
  if (process.connected) process.send({ port: server.port, secret })
  else await end(0)
} catch (error) {
  console.error(error)
  await end(1)
}
