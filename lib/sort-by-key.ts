/**
 * Sorts rows by keys. A key is made once for each row: a sort compares a row with many others, and somebody else may have
 * stored the rows.
 */
export const sortByKey = <Row, Key>(
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
  compare: (a: Key, b: Key) => number,
): Row[] =>
  rows
    .map((row) => ({ row, key: keyOf(row) }))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ row }) => row)
