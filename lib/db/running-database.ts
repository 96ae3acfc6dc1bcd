// Finds the database of an installation as it is: starts no server, makes no role.
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Env } from '../env.ts'
import { PlainFailure } from '../plain-failure.ts'
import { errorCodeOf, withConnection } from './connection.ts'
import { webUrlOf, withGiven } from './given-database.ts'
import { clusterIn, refuseOtherVersion } from './postgres-cluster.ts'
import { webRoleOf, type DatabaseUrls } from './roles.ts'
import { deriveRolePassword } from './secret.ts'

/**
 * The addresses of the database of these settings for both roles, past any pooler. Throws a PlainFailure if it does not answer, or was made with
 * another secret.
 */
export function findRunningDatabase(
  folder: string,
  secret: string,
  { DATABASE_URL, DIRECT_URL }: Readonly<Pick<Env, 'DATABASE_URL' | 'DIRECT_URL'>>,
): Promise<DatabaseUrls> {
  if (DIRECT_URL) return findGivenDatabase(DIRECT_URL, secret, 'DIRECT_URL')
  if (DATABASE_URL) return findGivenDatabase(DATABASE_URL, secret, 'DATABASE_URL')
  return findEmbeddedDatabase(folder, secret)
}

/** The address of a given database for both roles. Throws a PlainFailure, which names the `variable`, if it opens none. */
async function findGivenDatabase(ownerUrl: string, secret: string, variable: string): Promise<DatabaseUrls> {
  await withGiven(ownerUrl, variable, async () => {})
  return { ownerUrl, webUrl: webUrlOf(ownerUrl, secret) }
}

/** The address of the embedded database of a data folder, for both roles. Throws a PlainFailure if it does not run. */
async function findEmbeddedDatabase(folder: string, secret: string): Promise<DatabaseUrls> {
  const cluster = clusterIn(folder)
  if (!existsSync(cluster.data))
    throw new PlainFailure(`There is no database yet in ${path.dirname(cluster.data)}. Run npm start, which makes it.`)
  refuseOtherVersion(cluster.data)
  if (!cluster.hasPidFile())
    throw new PlainFailure('The database does not run. Run npm start, and this again meanwhile.')
  const database = 'fivefold'
  const urlFor = (role: string) =>
    `postgres://${role}:${deriveRolePassword(secret, role)}@127.0.0.1:${cluster.port()}/${database}`
  const ownerUrl = urlFor(database)
  await withConnection(ownerUrl, async () => {}).catch((error: unknown) => {
    throw new PlainFailure(sentenceOf(errorCodeOf(error), cluster.data), { cause: error })
  })
  return { ownerUrl, webUrl: urlFor(webRoleOf(database)) }
}

function sentenceOf(code: string | undefined, data: string): string {
  if (code === '28P01')
    return `The database in ${data} was made with another secret: restore the file \`secret\` beside it, or the former SECRET.`
  if (code === '3D000') return 'The database is empty. Run npm start, which fills it.'
  if (code === 'ECONNREFUSED')
    return 'The database does not run any more, though nobody stopped it. Run npm start, and this again meanwhile.'
  return `The database does not answer (${code ?? 'no reason given'}). ${path.join(data, 'server.log')} says why.`
}
