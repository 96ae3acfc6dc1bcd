// For *.db.test.ts: `const { owner, web } = await testDatabase()` at the top of the file.
import { afterAll } from 'vitest'
import { connect, type Client } from '../db/connection.ts'
import { putRunning, type Running } from '../running.ts'
import { cloneDatabase, theCluster } from './cluster.ts'
import { putPresent } from './present.ts'

export type TestDatabase = Readonly<{
  ownerUrl: string
  webUrl: string
  /** The installation's secret, 32 bytes as base64url. */
  secret: string
  /** A connection as the owner, whom no policy restricts. */
  owner: Client
  /** A connection as the role of requests. */
  web: Client
}>

/** A migrated database for this file alone, dropped after it; `running()` has its addresses, as in the app. */
export async function testDatabase(): Promise<TestDatabase> {
  const cluster = theCluster()
  const { ownerUrl, webUrl, drop } = await cloneDatabase(cluster)
  const origins = ['http://localhost:3000']
  const present: Running = { origins, ownerUrl, webUrl, secret: cluster.secret, trustProxyHops: 0 }
  putPresent('running', present, putRunning)
  const [owner, web] = await Promise.all([connect(ownerUrl), connect(webUrl)])
  afterAll(async () => {
    await Promise.all([owner.end(), web.end()])
    await drop()
  })
  return { ownerUrl, webUrl, secret: cluster.secret, owner, web }
}
