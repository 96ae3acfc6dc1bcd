import 'server-only'
import { Problem } from './problem'

/** A version of a sealed row: the row's id, which version it is, counted from one, and its sealed bytes as base64url. */
export type SentVersion = Readonly<{ id: string; rev: number; sealed: string }>

type KeepVersionSteps<Row> = Readonly<{
  /** Saves what was sent, where it is the next version: the count of saved rows, 1 or 0. */
  write: () => Promise<{ count: number }>
  /** The saved row of this person, or null. */
  read: () => Promise<Row | null>
  /** The refusal where another version is saved; version-changed with that row by default. */
  refuse?: (saved: Row) => Problem
}>

/**
 * Saves a version of a sealed row and answers the saved row. A version that is sent again, because its answer was lost, gets the same
 * answer: it is recognized by its bytes. Throws version-changed where another version is saved, or where no row is saved.
 */
export async function keepVersion<Row extends SentVersion>(
  sent: SentVersion,
  { write, read, refuse = changed }: KeepVersionSteps<Row>,
): Promise<Row> {
  const { count } = await write()
  const saved = await read()
  if (!saved) throw new Problem('version-changed')
  if (count === 1 || isSame(saved, sent)) return saved
  throw refuse(saved)
}

const isSame = (saved: SentVersion, sent: SentVersion): boolean =>
  saved.id === sent.id && saved.rev === sent.rev && saved.sealed === sent.sealed

const changed = (current: SentVersion): Problem => new Problem('version-changed', { current })
