import { useRef, useState } from 'react'
import { useLoaded } from '@/components/ui/use-loaded'
import { mergeNewest, putRow, type ListedRow, type ListPart } from '@/lib/journal/page-list'

type FetchPart<Row> = (after?: string) => Promise<{ rows: Row[]; next: string | null }>

/** Writers choose ids, so a row is known by its author and its id. */
type AuthoredRow = ListedRow & Readonly<{ authorId: string }>

const keyOf = ({ authorId, id }: AuthoredRow): string => `${authorId} ${id}`

export type ListParts<Row extends AuthoredRow> = Readonly<{
  /** What was read so far, newest first; null before the first page. */
  rows: readonly Row[] | null
  /** Why the newest page could not be read, or null. */
  error: unknown
  /** Reads the newest page again. */
  again: () => void
  /** Reads the page after the last row; null at the end. */
  readOlder: (() => void) | null
  /** Why an older page could not be read, or null. */
  olderError: unknown
  isReading: boolean
  /** Adds a row, or replaces its earlier version. */
  put: (row: Row) => void
}>

/** A list that is read newest first and a page at a time, once for each key. */
export function useListParts<Row extends AuthoredRow>(key: string, fetchPart: FetchPart<Row>): ListParts<Row> {
  const held = useRef<{ key: string; part: ListPart<Row> }>({ key, part: { rows: [], next: undefined } })
  const [olderState, setOlderState] = useState<{ isReading: boolean; error: unknown }>({
    isReading: false,
    error: null,
  })
  const {
    value,
    error,
    again,
    put: show,
  } = useLoaded<ListPart<Row>>(key, async () => {
    const newest = await fetchPart()
    const before = held.current.key === key ? held.current.part : { rows: [], next: undefined }
    return keep(mergeNewest(before, newest))
  })

  function keep(part: ListPart<Row>): ListPart<Row> {
    held.current = { key, part }
    return part
  }

  async function readOlder(after: string): Promise<void> {
    setOlderState({ isReading: true, error: null })
    try {
      const { rows, next } = await fetchPart(after)
      if (held.current.key === key) {
        const known = new Set(held.current.part.rows.map(keyOf))
        show(keep({ rows: [...held.current.part.rows, ...rows.filter((row) => !known.has(keyOf(row)))], next }))
      }
      setOlderState({ isReading: false, error: null })
    } catch (olderError) {
      setOlderState({ isReading: false, error: olderError })
    }
  }

  const next = value?.next
  return {
    rows: value?.rows ?? null,
    error,
    again,
    readOlder: next ? () => void readOlder(next) : null,
    olderError: olderState.error,
    isReading: olderState.isReading,
    // the list as it is by now: it may have been read again since the row was sent
    put: (row) => {
      if (held.current.key === key) show(keep(putRow(held.current.part, row)))
    },
  }
}
