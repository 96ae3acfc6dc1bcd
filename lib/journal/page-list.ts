// Several lists that each come newest first, page by page, read as one: private pages, shared ones, those of former couples.

export type ListedRow = Readonly<{ id: string; addedAt: string }>

/** What was read of a list so far. `next` is the key to go on from: undefined before the first page, null at the end. */
export type ListPart<Row extends ListedRow> = Readonly<{ rows: readonly Row[]; next: string | null | undefined }>

const newestFirst = (a: ListedRow, b: ListedRow): number =>
  a.addedAt === b.addedAt ? (a.id < b.id ? 1 : -1) : a.addedAt < b.addedAt ? 1 : -1

/**
 * The rows whose place is certain: nothing that a list may still bring is newer. Newest first. A row in two lists stands once.
 */
export function certainRows<Row extends ListedRow>(lists: readonly ListPart<Row>[]): Row[] {
  const open = lists.filter(({ next }) => next !== null)
  if (open.some(({ rows }) => rows.length === 0)) return []
  const oldestSeen = open.flatMap(({ rows }) => rows.at(-1) ?? [])
  const rows = new Map(lists.flatMap((list) => list.rows).map((row) => [row.id, row]))
  return [...rows.values()]
    .filter((row) => oldestSeen.every((oldest) => newestFirst(row, oldest) <= 0))
    .sort(newestFirst)
}

/** Which lists to go on with, so that more rows become certain: those that hold the others back. Empty at the end of all. */
export function listsToContinue<Row extends ListedRow>(lists: readonly ListPart<Row>[]): number[] {
  const open = lists.flatMap(({ rows, next }, index) => (next === null ? [] : [{ index, oldest: rows.at(-1) }]))
  const unread = open.filter(({ oldest }) => oldest === undefined)
  if (unread.length > 0) return unread.map(({ index }) => index)
  const holding = open.reduce<ListedRow | undefined>(
    (newest, { oldest }) => (!oldest || (newest && newestFirst(newest, oldest) <= 0) ? newest : oldest),
    undefined,
  )
  return open.filter(({ oldest }) => oldest?.id === holding?.id).map(({ index }) => index)
}

/** The newest page of a list, read anew: its rows take the place of those that stand, and older ones stay. */
export function mergeNewest<Row extends ListedRow>(read: ListPart<Row>, newest: ListPart<Row>): ListPart<Row> {
  const fresh = new Set(newest.rows.map(({ id }) => id))
  const last = newest.rows.at(-1)
  if (newest.next === null || last === undefined || read.next === undefined) return newest
  // where the two pages don't meet, what lies between is unknown: begin anew
  const meets = read.rows.some(({ id }) => fresh.has(id))
  if (!meets) return newest
  return {
    rows: [...newest.rows, ...read.rows.filter((row) => !fresh.has(row.id) && newestFirst(row, last) > 0)],
    next: read.next,
  }
}
