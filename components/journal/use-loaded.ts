'use client'
import { useCallback, useEffect, useState } from 'react'

export type Loaded<T> = Readonly<{ value: T | null; error: unknown; again: () => void; put: (value: T) => void }>

/** Asks once a key, and again on demand; an answer that comes after the key changed or the place was left is dropped. */
export function useLoaded<T>(key: string, ask: () => Promise<T>): Loaded<T> {
  const [loaded, setLoaded] = useState<{ key: string; value: T | null; error: unknown }>({ key, value: null, error: null })
  const [round, setRound] = useState(0)
  useEffect(() => {
    let here = true
    ask().then(
      (value) => { if (here) setLoaded({ key, value, error: null }) },
      (error: unknown) => { if (here) setLoaded((before) => ({ key, value: before.key === key ? before.value : null, error })) },
    )
    return () => { here = false }
    // what `ask` closes over is told by the key
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key, round])
  const again = useCallback(() => setRound((before) => before + 1), [])
  const put = useCallback((value: T) => setLoaded({ key, value, error: null }), [key])
  const current = loaded.key === key ? loaded : { value: null, error: null }
  return { value: current.value, error: current.error, again, put }
}
