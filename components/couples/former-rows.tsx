'use client'
import { useCallback, useEffect, useState, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Skeleton } from '@/components/ui/waiting'
import { LoadFailure } from '@/components/device/load-failure'
import { readFormerRows, type FetchCoupleRows, type FormerKey } from '@/lib/couples/former-rows'

type FormerRowsProps<Row> = Readonly<{
  /** The couples that I was in before, the last one first. */
  couples: readonly string[]
  /** The same function as long as it asks for the same. */
  ask: FetchCoupleRows<Row>
  words: Readonly<{ empty: string; older: string; reading: string }>
  children: (row: Row) => ReactNode
}>

type FormerRowsState<Row> = Readonly<{
  rows: readonly Row[]
  next: FormerKey | null
  begun: boolean
  error: unknown
  reading: boolean
}>

/** Rows of my own from couples that I was in before, to read, and on to older ones. */
export function FormerRows<Row extends { removed: boolean }>({ couples, ask, words, children }: FormerRowsProps<Row>) {
  const [state, setState] = useState<FormerRowsState<Row>>({
    rows: [],
    next: { couples },
    begun: false,
    error: null,
    reading: false,
  })
  const readOn = useCallback(
    async (from: FormerKey) => {
      setState((before) => ({ ...before, error: null, reading: true }))
      try {
        const { rows, next } = await readFormerRows(ask, from)
        setState((before) => ({ rows: [...before.rows, ...rows], next, begun: true, error: null, reading: false }))
      } catch (error) {
        setState((before) => ({ ...before, error, reading: false }))
      }
    },
    [ask],
  )
  const all = couples.join()
  useEffect(() => {
    let here = true
    readFormerRows(ask, { couples: all.split(',') }).then(
      ({ rows, next }) => {
        if (here) setState({ rows, next, begun: true, error: null, reading: false })
      },
      (error: unknown) => {
        if (here) setState((before) => ({ ...before, error }))
      },
    )
    return () => {
      here = false
    }
  }, [ask, all])

  const { rows, next, begun, error, reading } = state
  const again = () => void readOn(next ?? { couples })
  return (
    <>
      <LoadFailure error={error} onAgain={again} />
      {!begun && !error ? <Skeleton lines={4} /> : null}
      {begun && rows.length === 0 ? <p className="text-small text-ink-3">{words.empty}</p> : null}
      {rows.length > 0 ? <ul className="divide-y divide-line border-y border-line">{rows.map(children)}</ul> : null}
      {begun && next !== null && !error ? (
        <Button variant="link" busy={reading} busyLabel={words.reading} className="mt-1" onClick={again}>
          {words.older}
        </Button>
      ) : null}
    </>
  )
}
