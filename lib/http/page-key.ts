import { Problem } from './problem'

/** Where a page of a list ends: the instant it was added, to the millisecond as text, and the id. */
export type PageKey = { addedAt: string; id: string }

/** A list's key as the text that travels: opaque to clients. */
const encodePageKey = ({ addedAt, id }: PageKey): string =>
  Buffer.from(JSON.stringify([addedAt, id])).toString('base64url')

/** Reads a key back; one that was not made here is refused as wrong-shape. */
export function decodePageKey(text: string | undefined): PageKey | null {
  if (text === undefined) return null
  try {
    const [addedAt, id] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as unknown[]
    if (isInstant(addedAt) && typeof id === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))
      return { addedAt, id }
  } catch {
    /* falls through to the refusal */
  }
  throw new Problem('wrong-shape', { fields: ['query.after'] })
}

// As they are written above; the database has no place for what else JavaScript takes for one.
const isInstant = (text: unknown): text is string =>
  typeof text === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]{12}Z$/.test(text) && !Number.isNaN(Date.parse(text))

type KeyedRow = { addedAt: Date; id: string }

/** Cuts `limit + 1` rows that were asked for into a page and the key of the next. */
export function cutPage<T extends KeyedRow>(rows: T[], limit: number): { rows: T[]; next: string | null } {
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    rows: rows.slice(0, limit),
    next: last ? encodePageKey({ addedAt: last.addedAt.toISOString(), id: last.id }) : null,
  }
}

/** The where clause of the rows after a key, newest first, for a table with (added_at, id). */
export function afterKey(key: PageKey | null) {
  if (!key) return {}
  const addedAt = new Date(key.addedAt)
  return { OR: [{ addedAt: { lt: addedAt } }, { addedAt, id: { lt: key.id } }] }
}
