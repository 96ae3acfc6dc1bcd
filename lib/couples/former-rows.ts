// The viewer's own rows from former couples, fetched as a single list. Nobody else can read them any more.

/** Where fetching continues: the couples that are left, and the last key of the first of them. */
export type FormerKey = Readonly<{ couples: readonly string[]; after?: string }>

/** Fetches a part of a couple's rows, newest first. */
export type FetchCoupleRows<Row> = (
  query: Readonly<{ coupleId: string; after?: string; limit: number }>,
) => Promise<{ rows: Row[]; next: string | null }>

/**
 * Fetches rows of former couples, couple by couple, newest first, without removed ones. Returns at least one row while
 * there are any; `next` is null at the end. Throws as `fetchRows`.
 */
export async function readFormerRows<Row extends { removed: boolean }>(
  fetchRows: FetchCoupleRows<Row>,
  { couples, after }: FormerKey,
  limit = 20,
): Promise<{ rows: Row[]; next: FormerKey | null }> {
  const [coupleId, ...rest] = couples
  if (coupleId === undefined) return { rows: [], next: null }
  const found = await fetchRows({ coupleId, limit, ...(after !== undefined && { after }) })
  const rows = found.rows.filter(({ removed }) => !removed)
  const next = found.next !== null ? { couples, after: found.next } : rest.length > 0 ? { couples: rest } : null
  return rows.length === 0 && next !== null ? readFormerRows(fetchRows, next, limit) : { rows, next }
}
