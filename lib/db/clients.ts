import 'server-only'
import { beforeStop } from '@/lib/process/stopping'
import { running } from '@/lib/running'
import { Transactions } from './transactions'

// One pair per process. Each of Next's bundles has its own copy of this module, so the pair is kept on globalThis.
const KEY = Symbol.for('fivefold.clients')
type Clients = { web: Transactions; owner: Transactions }

function clients(): Clients {
  const host = globalThis as { [KEY]?: Clients }
  if (!host[KEY]) {
    host[KEY] = { web: new Transactions(running().webUrl, 10), owner: new Transactions(running().ownerUrl, 4) }
    beforeStop('connections', closeClients)
  }
  return host[KEY]
}

/** Returns the transactions of the role that requests run as. Only with-viewer and entries-sql use them. */
export const asWeb = (): Transactions => clients().web

/** Returns the transactions of the owner, past every policy. Only as-system uses them. */
export const asOwner = (): Transactions => clients().owner

/** Closes every connection of this process. Tests and scripts call it before they end. */
export async function closeClients(): Promise<void> {
  const host = globalThis as { [KEY]?: Clients }
  const open = host[KEY]
  delete host[KEY]
  await Promise.all([open?.web.end(), open?.owner.end()])
}
