import 'server-only'
import { seams } from '@/lib/seams'
import { asWeb } from './clients'
import { enterSql, viewerIn, type Viewer } from './gate'
import type { TransactionDb } from './transactions'

declare const entered: unique symbol

/** Prisma inside a transaction that entered as somebody. Nobody but `withViewer` makes one, so no read or write forgets to enter. */
export type ViewerDb = TransactionDb & { readonly [entered]: true }

const viewers = new WeakMap<object, Viewer>()

/** Who entered the transaction of `db`. */
export function viewerOf(db: ViewerDb): Viewer {
  const viewer = viewers.get(db)
  if (!viewer) throw new Error('This is no ViewerDb: only withViewer makes one.')
  return viewer
}

/**
 * Runs `work` in one transaction that has entered as the person of the session whose secret this is; commits when it returns.
 * Answers 'signed-out' without running it where no live session has this secret.
 */
export async function withViewer<T>(
  secret: string,
  work: (db: ViewerDb, viewer: Viewer) => Promise<T>,
): Promise<T | 'signed-out'> {
  const now = seams().now()
  return asWeb().run(enterSql(secret, now), async (transaction, found) => {
    const viewer = viewerIn(found, now)
    if (!viewer) return 'signed-out'
    const db = transaction as ViewerDb
    viewers.set(db, viewer)
    return work(db, viewer)
  })
}
