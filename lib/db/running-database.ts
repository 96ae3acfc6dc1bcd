// Finds the database of an installation as it is: starts no server, makes no role.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { PlainFailure } from '../plain-failure.ts'
import { errorCodeOf, withConnection } from './connection.ts'
import { webUrlOf, withGiven } from './given-database.ts'
import { clusterIn, refuseOtherVersion } from './postgres-cluster.ts'
import { webRoleOf, type DatabaseUrls } from './roles.ts'
import { deriveRolePassword } from './secret.ts'

/** The address of a given database for both roles. Throws a PlainFailure, which names the `variable`, if it opens none. */
export async function findGivenDatabase(ownerUrl: string, secret: string, variable: string): Promise<DatabaseUrls> {
  await withGiven(ownerUrl, variable, async () => {})
  return { ownerUrl, webUrl: webUrlOf(ownerUrl, secret) }
}

/** The address of the embedded database of a data folder, for both roles. Throws a PlainFailure if it does not run. */
export async function findEmbeddedDatabase(folder: string, secret: string): Promise<DatabaseUrls> {
  const cluster = clusterIn(folder)
  if (!existsSync(cluster.data))
    throw new PlainFailure(`There is none yet in ${path.dirname(cluster.data)}. Run npm start, which makes it.`)
  refuseOtherVersion(cluster.data)
  if (!cluster.hasPidFile()) throw new PlainFailure('It does not run. Run npm start, and this again meanwhile.')
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
  if (code === '3D000') return 'It is empty. Run npm start, which fills it.'
  if (code === 'ECONNREFUSED')
    return 'It does not run any more, though nobody stopped it. Run npm start, and this again meanwhile.'
  return `It does not answer (${code ?? 'no reason given'}). ${path.join(data, 'server.log')} says why.`
}
