import 'server-only'
import { seams } from '@/lib/seams'
import { asOwner } from './clients'
import { enterSql, readViewer, type Viewer } from './gate'
import type { TransactionDb } from './transactions'

/** Prisma past every policy, inside one transaction. */
export type SystemDb = TransactionDb

/** Runs `work` in one transaction as the owner, past every policy. Only doors, jobs and scripts may call it. */
export function asSystem<T>(work: (db: SystemDb, now: Date) => Promise<T>): Promise<T> {
  const now = seams().now()
  return asOwner().run(null, (db) => work(db, now))
}

/**
 * Like `asSystem`, for a door that needs a signed-in viewer. The transaction begins with `gate.enter`, and the door
 * takes the person and the couple from its answer alone. Returns 'signed-out' if no live session has this secret.
 */
export function asSystemFor<T>(
  secret: string,
  work: (db: SystemDb, viewer: Viewer) => Promise<T>,
): Promise<T | 'signed-out'> {
  const now = seams().now()
  return asOwner().run(enterSql(secret, now), async (db, found) => {
    const viewer = readViewer(found, now)
    return viewer ? work(db, viewer) : 'signed-out'
  })
}
