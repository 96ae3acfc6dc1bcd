// Our app and the bare one, side by side over one database: what the families measure. Our couple has eight full weeks behind them, and one
// of them a thousand private pages.
import { setTimeout } from 'node:timers/promises'
import { withConnection, type Client } from '../lib/db/connection.ts'
import { startTestCluster, passToChildren, type TestCluster } from '../lib/testing/cluster.ts'
import { coupleOfEightWeeks } from '../lib/testing/eight-weeks'
import type { Couple } from '../lib/testing/people'
import { roomy, served, type ServedApp } from '../lib/testing/served'
import { buildBareApp, makeBareTable, type BareApp, type BuiltBareApp } from './bare-app.ts'
import { putThousandPages } from './bench-people.ts'
import { parentOf } from './machine.ts'

/** `postmaster` is the process of their database, and `cookie` the header of `couple.a`'s browser. */
export type TwoApps = Readonly<{ app: ServedApp; bare: BareApp; couple: Couple; cookie: string; postmaster: number }>

/** What a run of the bench starts once, and each family uses. */
export type BenchWorld = Readonly<{
  cluster: TestCluster
  builtBare: BuiltBareApp
  /** Starts the two on the first call. */
  twoApps: () => Promise<TwoApps>
  stop: () => Promise<void>
}>

/** Starts a PostgreSQL and builds the bare app. `stop` ends and removes everything. Ours is built before: `node scripts/prepare.mjs`. */
export async function startBenchWorld(): Promise<BenchWorld> {
  const { cluster, stop: stopCluster } = await startTestCluster()
  passToChildren(cluster)
  const builtBare = buildBareApp()
  let started: Promise<TwoApps> | undefined
  return {
    cluster,
    builtBare,
    twoApps: () => (started ??= startTwoApps(builtBare)),
    stop: async () => {
      const running = await started?.catch(() => undefined)
      await running?.bare.stop()
      await running?.app.stop()
      builtBare.remove()
      await stopCluster()
    },
  }
}

async function startTwoApps(builtBare: BuiltBareApp): Promise<TwoApps> {
  const app = await served({ limits: roomy })
  const couple = await coupleOfEightWeeks(app)
  await makeBareTable(app.ownerUrl, 1000)
  const postmaster = await withConnection(app.ownerUrl, async (db) => {
    await putThousandPages(db, couple.a.id)
    await db.query('vacuum analyze')
    return postmasterOf(db)
  })
  const bare = await builtBare.start(app.ownerUrl)
  await setTimeout(1000) // Next loads its other pages ahead after the first
  return { app, bare, couple, cookie: couple.a.device.jar.header(), postmaster }
}

/** A connection's backend is a child of the postmaster. */
async function postmasterOf(db: Client): Promise<number> {
  const { rows } = await db.query<{ pid: number }>('select pg_backend_pid() as pid')
  return parentOf(rows[0]?.pid ?? 0)
}
