// Lists of couples that one was in before, read as one: what is one's own in them is served to nobody else any more.

/** Where reading goes on: couples that are left, and in the first of them the key that it answered last. */
export type FormerKey = Readonly<{ couples: readonly string[]; after?: string }>

/** Asks for a page of one couple's rows, newest first. */
export type FetchCoupleRows<Row> = (
  asked: Readonly<{ coupleId: string; after?: string; limit: number }>,
) => Promise<{ rows: Row[]; next: string | null }>

/**
 * Rows of former couples, one couple after the other, newest first in each, without those that were removed. At least one where there
 * are any left; `next` is null at the end. Throws as `ask`.
 */
export async function readFormerRows<Row extends { removed: boolean }>(
  ask: FetchCoupleRows<Row>,
  { couples, after }: FormerKey,
  limit = 20,
): Promise<{ rows: Row[]; next: FormerKey | null }> {
  const [coupleId, ...rest] = couples
  if (coupleId === undefined) return { rows: [], next: null }
  const found = await ask({ coupleId, limit, ...(after !== undefined && { after }) })
  const rows = found.rows.filter(({ removed }) => !removed)
  const next = found.next !== null ? { couples, after: found.next } : rest.length > 0 ? { couples: rest } : null
  return rows.length === 0 && next !== null ? readFormerRows(ask, next, limit) : { rows, next }
}
