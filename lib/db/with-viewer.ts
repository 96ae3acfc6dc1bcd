import 'server-only'
import { Problem } from '@/lib/http/problem'
import { seams } from '@/lib/seams'
import { asWeb } from './clients'
import { enterSql, readViewer, type PairedViewer, type Viewer } from './gate'
import { limitOf } from './sql-state'
import type { TransactionDb } from './transactions'

declare const entered: unique symbol

/**
 * Prisma inside a transaction that entered as a person. Only `withViewer` makes one, so no read or write forgets to
 * enter.
 */
type ViewerDb = TransactionDb & { readonly [entered]: true }

/** What every read and write gets: the transaction and its viewer. Only `withViewer` makes one. */
export type Scope = Readonly<{ db: ViewerDb; viewer: Viewer }>

/** The scope of a viewer in a couple. */
export type CoupleScope = Readonly<{ db: ViewerDb; viewer: PairedViewer }>

/** Whether the viewer is in a couple. */
export const hasCouple = (scope: Scope): scope is CoupleScope => scope.viewer.coupleId !== null

/** Whose rows alone the viewer may read in a couple: their own in a former one, those of both (null) in the active one. */
export const onlyOwnIn = ({ viewer: { coupleId, personId } }: Pick<Scope, 'viewer'>, asked: string): string | null =>
  asked === coupleId ? null : personId

/**
 * Runs `work` in one transaction that has entered as the person of the session with this secret, and commits when it
 * returns. Returns 'signed-out' without running it if no live session has this secret. Throws too-much where the
 * database found a limit passed.
 */
export async function withViewer<T>(secret: string, work: (scope: Scope) => Promise<T>): Promise<T | 'signed-out'> {
  const now = seams().now()
  return asWeb()
    .run(enterSql(secret, now), async (transaction, found) => {
      const viewer = readViewer(found, now)
      if (!viewer) return 'signed-out'
      return work(Object.freeze({ db: transaction as ViewerDb, viewer }))
    })
    .catch(refuseOverLimit)
}

function refuseOverLimit(error: unknown): never {
  const limit = limitOf(error)
  throw limit === null ? error : new Problem('too-much', { limit })
}
