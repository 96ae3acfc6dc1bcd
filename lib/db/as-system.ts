import 'server-only'
import { seams } from '@/lib/seams'
import { ownerClient } from './clients'
import type { Prisma } from './generated/client'
import { entering, type Entering } from './statement-client'
import { secretHash, type Viewer } from './with-viewer'

/** Prisma past every policy, inside one transaction. */
export type SystemDb = Prisma.TransactionClient

/** Runs `work` in one transaction as the owner. Only doors, jobs and scripts may: there is no viewer to hold them. */
export function asSystem<T>(work: (db: SystemDb, now: Date) => Promise<T>): Promise<T> {
  const now = seams().now()
  return ownerClient().$transaction((db) => work(db, now))
}

/**
 * As `asSystem`, for a door that a signed-in person goes through: the transaction begins with `gate.enter`, and the door takes
 * person and couple from its answer alone. Answers 'signed-out' where no live session has this secret.
 */
export async function asSystemFor<T>(secret: string, work: (db: SystemDb, viewer: Viewer) => Promise<T>): Promise<T | 'signed-out'> {
  const ask: Entering = { secretHash: secretHash(secret), at: seams().now(), sent: 0, entered: null }
  return entering.run(ask, () => ownerClient().$transaction(async (db) => {
    if (ask.sent !== 1) throw new Error('gate.enter was not sent with BEGIN.')
    if (!ask.entered) return 'signed-out'
    return work(db, Object.freeze({ ...ask.entered, now: ask.at }))
  }))
}
