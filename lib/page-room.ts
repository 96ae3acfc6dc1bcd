// How much of a list one page has room for. A page carries every text twice, in its HTML and in its data, and what the
// partner stored decides how long a list is: without a bound, a page could weigh megabytes.

/** The most bytes that a list takes in a page. Another two lists and the frame of a page fit into 1 MiB beside it. */
const MOST_BYTES = 500 * 1024

/** The most bytes of a character of UTF-16: `&` is five in HTML, and six in data. Others take less. */
const [HTML_BYTES, DATA_BYTES] = [6, 6]

/** The most bytes that a text takes in a page which has it so many times in its HTML, and once in its data. */
export const textBytes = (text: string, times = 1): number => text.length * (times * HTML_BYTES + DATA_BYTES)

/** The first rows that there is room for, and how many are left. At least one row is shown, whatever its size. */
export function fitIntoPage<Row>(
  rows: readonly Row[],
  bytesOf: (row: Row) => number,
  most = MOST_BYTES,
): Readonly<{ shown: readonly Row[]; left: number }> {
  let [room, count] = [most, 0]
  for (const row of rows) {
    room -= bytesOf(row)
    if (room < 0 && count > 0) break
    count += 1
  }
  return { shown: rows.slice(0, count), left: rows.length - count }
}
