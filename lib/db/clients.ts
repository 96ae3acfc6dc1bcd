import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { beforeStop } from '@/lib/process/stopping'
import { running } from '@/lib/running'
import { PrismaClient } from './generated/client'
import { StatementClient } from './statement-client'

// One pair of pools a process: each of Next's bundles has its own copy of this module, so they stand on globalThis.
const KEY = Symbol.for('fivefold.clients')
type Clients = { web: PrismaClient; owner: PrismaClient }

function open(url: string, max: number): PrismaClient {
  // `pipeline`: Prisma loads the relations of an include at once on one connection, which pg 8 warns of otherwise.
  const options: pg.PoolConfig & { pipeline: boolean; Client: typeof pg.Client } = {
    connectionString: url, max, pipeline: true, Client: StatementClient,
  }
  return new PrismaClient({
    adapter: new PrismaPg(new pg.Pool(options), { disposeExternalPool: true }),
    transactionOptions: { maxWait: 10_000, timeout: 10_000 },
  })
}

function clients(): Clients {
  const host = globalThis as { [KEY]?: Clients }
  if (!host[KEY]) {
    host[KEY] = { web: open(running().webUrl, 10), owner: open(running().ownerUrl, 4) }
    beforeStop('connections', closeClients)
  }
  return host[KEY]
}

/** Prisma as the role that requests run under. Only with-viewer uses it. */
export const webClient = (): PrismaClient => clients().web

/** Prisma as the owner, past every policy. Only as-system uses it. */
export const ownerClient = (): PrismaClient => clients().owner

/** Ends both pools of this process; tests and scripts call it before they end. */
export async function closeClients(): Promise<void> {
  const host = globalThis as { [KEY]?: Clients }
  const open = host[KEY]
  delete host[KEY]
  await Promise.all([open?.web.$disconnect(), open?.owner.$disconnect()])
}
