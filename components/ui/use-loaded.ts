'use client'
import { useCallback, useEffect, useState } from 'react'

export type Loaded<T> = Readonly<{
  value: T | null
  /** Why it did not arrive, or null. What had arrived before is kept beside it. */
  error: unknown
  again: () => void
  /** Shows another value in its place, as one that arrived. */
  put: (value: T) => void
}>

type LoadState<T> = Readonly<{ key: string; value: T | null; error: unknown }>

/**
 * Asks once for each key, and again on demand, or where `by` is another: an open journal whose keys changed. An answer that comes after
 * the key changed, or the place was left, is dropped.
 */
export function useLoaded<T>(key: string, ask: () => Promise<T>, by?: unknown): Loaded<T> {
  const [loaded, setLoaded] = useState<LoadState<T>>({ key, value: null, error: null })
  const [round, setRound] = useState(0)
  useEffect(() => {
    let here = true
    ask().then(
      (value) => {
        if (here) setLoaded({ key, value, error: null })
      },
      (error: unknown) => {
        if (here) setLoaded((before) => ({ key, value: before.key === key ? before.value : null, error }))
      },
    )
    return () => {
      here = false
    }
    // What `ask` closes over is told by the key.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key, round, by])
  const again = useCallback(() => setRound((before) => before + 1), [])
  const put = useCallback((value: T) => setLoaded({ key, value, error: null }), [key])
  const { value, error } = loaded.key === key ? loaded : { value: null, error: null }
  return { value, error, again, put }
}
