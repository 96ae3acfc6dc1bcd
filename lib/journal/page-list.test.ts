import fc from 'fast-check'
import { expect, test } from 'vitest'
import { certainRows, listsToContinue, mergeNewest, putRow, type ListedRow, type ListPart } from './page-list'

const row = (index: number, id = `r${index}`): ListedRow => ({
  id,
  addedAt: new Date(Date.UTC(2026, 0, 1) + index * 1000).toISOString(),
})
const ids = (rows: readonly ListedRow[]) => rows.map(({ id }) => id)
const server = fc
  .array(fc.uniqueArray(fc.integer({ min: 0, max: 300 }), { maxLength: 40 }), { minLength: 1, maxLength: 4 })
  .map((lists) =>
    lists.map((times, list) =>
      times.toSorted((a, b) => b - a).map((index) => row(index, `${list}-${String(index).padStart(3, '0')}`)),
    ),
  )

/** Reads as the journal does, a page of `size` rows at a time. */
function readMore(
  all: readonly (readonly ListedRow[])[],
  lists: ListPart<ListedRow>[],
  size: number,
): ListPart<ListedRow>[] {
  const toRead = listsToContinue(lists)
  return lists.map((list, index) => {
    if (!toRead.includes(index)) return list
    const from = list.rows.length
    const rows = (all[index] ?? []).slice(from, from + size)
    return { rows: [...list.rows, ...rows], next: from + size < (all[index] ?? []).length ? String(from + size) : null }
  })
}

test('several lists read page by page show every row once, in order, and shown rows never move', () => {
  fc.assert(
    fc.property(server, fc.integer({ min: 1, max: 7 }), (all, size) => {
      let lists: ListPart<ListedRow>[] = all.map(() => ({ rows: [], next: undefined }))
      let shown: string[] = []
      for (let rounds = 0; listsToContinue(lists).length > 0; rounds += 1) {
        expect(rounds).toBeLessThan(400)
        lists = readMore(all, lists, size)
        const certain = ids(certainRows(lists))
        expect(certain.slice(0, shown.length)).toEqual(shown)
        shown = certain
      }
      const every = all
        .flat()
        .toSorted((a, b) => (a.addedAt === b.addedAt ? (a.id < b.id ? 1 : -1) : a.addedAt < b.addedAt ? 1 : -1))
      expect(shown).toEqual(ids(every))
    }),
  )
})

test('no row is shown that an unread row of another list may be newer than', () => {
  expect(
    certainRows([
      { rows: [row(9)], next: 'on' },
      { rows: [], next: undefined },
    ]),
  ).toEqual([])
  expect(
    ids(
      certainRows([
        { rows: [row(9), row(5)], next: 'on' },
        { rows: [row(7), row(1)], next: null },
      ]),
    ),
  ).toEqual(['r9', 'r7', 'r5'])
})

test('the newest page replaces earlier versions of its rows, and a gap starts the list again', () => {
  const read: ListPart<ListedRow> = { rows: [row(5), row(4), row(3), row(2)], next: 'on' }
  expect(mergeNewest(read, { rows: [row(6), row(5)], next: 'k' })).toEqual({
    rows: [row(6), row(5), row(4), row(3), row(2)],
    next: 'on',
  })
  expect(mergeNewest(read, { rows: [row(9), row(8)], next: 'k' })).toEqual({ rows: [row(9), row(8)], next: 'k' })
  expect(mergeNewest(read, { rows: [row(9)], next: null })).toEqual({ rows: [row(9)], next: null })
})

test('a row that is put replaces its earlier version, and is the newest if it is new', () => {
  const authored = (index: number, authorId: string, words = '') => ({ ...row(index), authorId, words })
  const read = { rows: [authored(5, 'a'), authored(4, 'b')], next: 'on' }
  expect(putRow(read, authored(4, 'b', 'changed'))).toEqual({
    rows: [authored(5, 'a'), authored(4, 'b', 'changed')],
    next: 'on',
  })
  for (const other of [authored(6, 'a'), authored(5, 'b')])
    expect(putRow(read, other)).toEqual({ rows: [other, ...read.rows], next: 'on' })
  expect(putRow({ rows: [], next: undefined }, authored(1, 'a'))).toEqual({ rows: [authored(1, 'a')], next: null })
})
