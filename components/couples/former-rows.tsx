'use client'
import { useCallback, useEffect, useState, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Skeleton } from '@/components/ui/waiting'
import { LoadFailure } from '@/components/device/load-failure'
import { readFormerRows, type FetchCoupleRows, type FormerKey } from '@/lib/couples/former-rows'

type FormerRowsProps<Row> = Readonly<{
  /** The viewer's former couples, newest first. */
  couples: readonly string[]
  /** Must be the same function as long as it fetches the same rows. */
  fetchRows: FetchCoupleRows<Row>
  labels: Readonly<{ empty: string; older: string; reading: string }>
  children: (row: Row) => ReactNode
}>

type FormerRowsState<Row> = Readonly<{
  rows: readonly Row[]
  next: FormerKey | null
  begun: boolean
  error: unknown
  reading: boolean
}>

/** Shows the viewer's own rows from former couples, with a button for older ones. */
export function FormerRows<Row extends { removed: boolean }>({
  couples,
  fetchRows,
  labels,
  children,
}: FormerRowsProps<Row>) {
  const [state, setState] = useState<FormerRowsState<Row>>({
    rows: [],
    next: { couples },
    begun: false,
    error: null,
    reading: false,
  })
  const readMore = useCallback(
    async (from: FormerKey) => {
      setState((before) => ({ ...before, error: null, reading: true }))
      try {
        const { rows, next } = await readFormerRows(fetchRows, from)
        setState((before) => ({ rows: [...before.rows, ...rows], next, begun: true, error: null, reading: false }))
      } catch (error) {
        setState((before) => ({ ...before, error, reading: false }))
      }
    },
    [fetchRows],
  )
  const all = couples.join()
  useEffect(() => {
    let isMounted = true
    readFormerRows(fetchRows, { couples: all.split(',') }).then(
      ({ rows, next }) => {
        if (isMounted) setState({ rows, next, begun: true, error: null, reading: false })
      },
      (error: unknown) => {
        if (isMounted) setState((before) => ({ ...before, error }))
      },
    )
    return () => {
      isMounted = false
    }
  }, [fetchRows, all])

  const { rows, next, begun, error, reading } = state
  const again = () => void readMore(next ?? { couples })
  return (
    <>
      <LoadFailure error={error} onAgain={again} />
      {!begun && !error ? <Skeleton lines={4} /> : null}
      {begun && rows.length === 0 ? <p className="text-small text-ink-3">{labels.empty}</p> : null}
      {rows.length > 0 ? <ul className="lined">{rows.map(children)}</ul> : null}
      {begun && next !== null && !error ? (
        <Button variant="link" busy={reading} busyLabel={labels.reading} className="mt-1" onClick={again}>
          {labels.older}
        </Button>
      ) : null}
    </>
  )
}
