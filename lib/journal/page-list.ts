// Merges several lists that are each read newest first and in pages: private pages, shared ones, those of former
// couples.

export type ListedRow = Readonly<{ id: string; addedAt: string; authorId?: string }>

/**
 * What was read of a list so far. `next` is the key of the next page: undefined before the first page, null at the end.
 */
export type ListPart<Row extends ListedRow> = Readonly<{ rows: readonly Row[]; next: string | null | undefined }>

const newestFirst = (a: ListedRow, b: ListedRow): number =>
  a.addedAt === b.addedAt ? (a.id < b.id ? 1 : -1) : a.addedAt < b.addedAt ? 1 : -1

/**
 * Returns the rows, newest first, that no unread row of any list can be newer than. A row that is in two lists comes
 * once. Authors choose ids, so a row is one by its author and id; private pages name no author.
 */
export function certainRows<Row extends ListedRow>(lists: readonly ListPart<Row>[]): Row[] {
  const open = lists.filter(({ next }) => next !== null)
  if (open.some(({ rows }) => rows.length === 0)) return []
  const oldestSeen = open.flatMap(({ rows }) => rows.at(-1) ?? [])
  const rows = new Map(lists.flatMap((list) => list.rows).map((row) => [`${row.authorId ?? ''}/${row.id}`, row]))
  return [...rows.values()]
    .filter((row) => oldestSeen.every((oldest) => newestFirst(row, oldest) <= 0))
    .sort(newestFirst)
}

/**
 * Returns the indexes of the lists to read next, so that more rows become certain. Empty when all lists are read to
 * their end.
 */
export function listsToContinue<Row extends ListedRow>(lists: readonly ListPart<Row>[]): number[] {
  const open = lists.flatMap(({ rows, next }, index) => (next === null ? [] : [{ index, oldest: rows.at(-1) }]))
  const unread = open.filter(({ oldest }) => oldest === undefined)
  if (unread.length > 0) return unread.map(({ index }) => index)
  const newestEnd = open.reduce<ListedRow | undefined>(
    (newest, { oldest }) => (!oldest || (newest && newestFirst(newest, oldest) <= 0) ? newest : oldest),
    undefined,
  )
  return open.filter(({ oldest }) => oldest?.id === newestEnd?.id).map(({ index }) => index)
}

/** Adds a row to a list, as its newest, or replaces its earlier version. */
export function putRow<Row extends ListedRow>({ rows, next = null }: ListPart<Row>, row: Row): ListPart<Row> {
  const isSame = ({ id, authorId }: Row) => id === row.id && authorId === row.authorId
  return { rows: rows.some(isSame) ? rows.map((each) => (isSame(each) ? row : each)) : [row, ...rows], next }
}

/** Puts a list's newest page, read again, in front of what was read before: its rows replace their earlier versions. */
export function mergeNewest<Row extends ListedRow>(read: ListPart<Row>, newest: ListPart<Row>): ListPart<Row> {
  const fresh = new Set(newest.rows.map(({ id }) => id))
  const last = newest.rows.at(-1)
  if (newest.next === null || last === undefined || read.next === undefined) return newest
  // where the two don't overlap, rows between them may be missing: start again from the newest page
  const overlaps = read.rows.some(({ id }) => fresh.has(id))
  if (!overlaps) return newest
  return {
    rows: [...newest.rows, ...read.rows.filter((row) => !fresh.has(row.id) && newestFirst(row, last) > 0)],
    next: read.next,
  }
}
