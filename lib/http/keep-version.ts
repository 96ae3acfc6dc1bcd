import 'server-only'
import { Problem } from './problem'

/** A version of a sealed row: the row's id, the number of the version, from 1, and its sealed bytes as base64url. */
export type SentVersion = Readonly<{ id: string; rev: number; sealed: string }>

type KeepVersionSteps<Row> = Readonly<{
  /** Saves the version if it is the next one. Returns the count of saved rows, 1 or 0. */
  write: () => Promise<{ count: number }>
  /** Reads the saved row of this person, or null. */
  read: () => Promise<Row | null>
  /** Makes the problem if another version is saved; version-changed with that row by default. */
  refuse?: (saved: Row) => Problem
}>

/**
 * Saves a version of a sealed row and returns the saved row. A retry after a lost answer gets the same answer: it is
 * recognised by its bytes. Throws version-changed if another version is saved, or none.
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
