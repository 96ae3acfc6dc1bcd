import 'server-only'
import { createHash } from 'node:crypto'
import { seams } from '@/lib/seams'
import { webClient } from './clients'
import type { Prisma } from './generated/client'
import { entering, type Entered, type Entering } from './statement-client'

declare const entered: unique symbol

/** Prisma inside a transaction that entered as somebody. Nobody but `withViewer` makes one, so no read or write forgets to enter. */
export type ViewerDb = Prisma.TransactionClient & { readonly [entered]: true }

/** Who is asking, as `gate.enter` found them, and the instant of the request. */
export type Viewer = Readonly<Entered & { now: Date }>

const viewers = new WeakMap<object, Viewer>()

/** Who entered the transaction of `db`. */
export function viewerOf(db: ViewerDb): Viewer {
  const viewer = viewers.get(db)
  if (!viewer) throw new Error('This is no ViewerDb: only withViewer makes one.')
  return viewer
}

/** The hash under which a session's, device's or invite's secret is stored. SHA-256: the secrets are random, so it needs no salt. */
export const secretHash = (secret: string): Buffer<ArrayBuffer> => createHash('sha256').update(secret).digest()

/**
 * Runs `work` in one transaction that has entered as the person of the session whose secret this is; commits when it returns.
 * Answers 'signed-out' without running it where no live session has this secret.
 */
export async function withViewer<T>(secret: string, work: (db: ViewerDb, viewer: Viewer) => Promise<T>): Promise<T | 'signed-out'> {
  const ask: Entering = { secretHash: secretHash(secret), at: seams().now(), sent: 0, entered: null }
  return entering.run(ask, () => webClient().$transaction(async (tx) => {
    if (ask.sent !== 1) throw new Error('gate.enter was not sent with BEGIN.')
    if (!ask.entered) return 'signed-out'
    const viewer: Viewer = Object.freeze({ ...ask.entered, now: ask.at })
    const db = tx as ViewerDb
    viewers.set(db, viewer)
    return work(db, viewer)
  }))
}
