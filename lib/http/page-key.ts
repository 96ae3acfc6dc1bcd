import { Problem } from './problem'

/** The last row of a page of a list: the instant it was added, as ISO text with milliseconds, and its id. */
export type PageKey = { addedAt: string; id: string }

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Encodes a key as text that is opaque to clients. */
const encodePageKey = ({ addedAt, id }: PageKey): string =>
  Buffer.from(JSON.stringify([addedAt, id])).toString('base64url')

/** Decodes a key. Throws wrong-shape for text that `encodePageKey` did not make. */
export function decodePageKey(text: string | undefined): PageKey | null {
  if (text === undefined) return null
  try {
    const [addedAt, id] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as unknown[]
    // each key has one text, so nothing in it is without effect
    if (isInstant(addedAt) && typeof id === 'string' && uuid.test(id) && encodePageKey({ addedAt, id }) === text)
      return { addedAt, id }
  } catch {
    /* falls through to the refusal */
  }
  throw new Problem('wrong-shape', { fields: ['query.after'] })
}

/** The key in the address of a page, or undefined without one: pages ignore what is no key. */
export function pageKeyIn(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  try {
    return decodePageKey(value) ? value : undefined
  } catch {
    return undefined
  }
}

// Only what `encodePageKey` writes, in the years of every day that a contract takes. JavaScript also reads 30 February as 2 March, and
// knows years that PostgreSQL refuses, such as the year 0.
function isInstant(text: unknown): text is string {
  if (typeof text !== 'string' || !/^(19|20|21)\d\d-\d\d-\d\dT[\d:.]{12}Z$/.test(text)) return false
  const instant = new Date(text)
  return !Number.isNaN(instant.getTime()) && instant.toISOString() === text
}

type KeyedRow = { addedAt: Date; id: string }

/** Splits `limit + 1` rows into a page of `limit` rows and the key of the next page. */
export function cutPage<T extends KeyedRow>(rows: T[], limit: number): { rows: T[]; next: string | null } {
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    rows: rows.slice(0, limit),
    next: last ? encodePageKey({ addedAt: last.addedAt.toISOString(), id: last.id }) : null,
  }
}

/** Makes a page of an answer of the rows that were selected, and the key of the next page if there are more. */
export function pageOf<T extends KeyedRow, Row>(
  { rows, more }: Readonly<{ rows: readonly T[]; more: boolean }>,
  toRow: (row: T) => Row,
): { rows: Row[]; next: string | null } {
  const last = more ? rows.at(-1) : undefined
  return {
    rows: rows.map(toRow),
    next: last ? encodePageKey({ addedAt: last.addedAt.toISOString(), id: last.id }) : null,
  }
}
