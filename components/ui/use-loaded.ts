'use client'
import { useCallback, useEffect, useState } from 'react'

export type Loaded<T> = Readonly<{
  value: T | null
  /** Why loading failed, or null. An earlier `value` stays. */
  error: unknown
  /** Loads the value again. */
  again: () => void
  /** Replaces the value without loading. */
  put: (value: T) => void
}>

type LoadState<T> = Readonly<{ key: string; value: T | null; error: unknown }>

/**
 * Loads a value once for each key, and again on demand, or when `by` changes, such as an open journal whose keys
 * changed. An answer that arrives after the key changed, or after the component was unmounted, is dropped.
 */
export function useLoaded<T>(key: string, load: () => Promise<T>, by?: unknown): Loaded<T> {
  const [loaded, setLoaded] = useState<LoadState<T>>({ key, value: null, error: null })
  const [round, setRound] = useState(0)
  useEffect(() => {
    let isCurrent = true
    load().then(
      (value) => {
        if (isCurrent) setLoaded({ key, value, error: null })
      },
      (error: unknown) => {
        if (isCurrent) setLoaded((before) => ({ key, value: before.key === key ? before.value : null, error }))
      },
    )
    return () => {
      isCurrent = false
    }
    // The key stands for all that `load` closes over.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key, round, by])
  const again = useCallback(() => setRound((before) => before + 1), [])
  const put = useCallback((value: T) => setLoaded({ key, value, error: null }), [key])
  const { value, error } = loaded.key === key ? loaded : { value: null, error: null }
  return { value, error, again, put }
}
