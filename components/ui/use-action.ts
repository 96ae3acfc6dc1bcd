'use client'
import { useRef, useState } from 'react'

export type Action<Input extends unknown[], Failure> = Readonly<{
  /** Begins the work. Does nothing while it is under way. */
  run: (...input: Input) => void
  /** While the work is under way. */
  busy: boolean
  /** Why the last run failed; null from the next run on. */
  failure: Failure | null
  /** Forgets the failure. */
  clear: () => void
}>

type ActionOptions = Readonly<{
  /** Success leaves the place: it stays busy, so that nothing is sent twice while the next page loads. */
  leaves?: boolean
}>

/**
 * Something that a button or a form does, one run at a time. What `work` throws becomes `failure` by `failureOf`; where it answers null
 * nothing is shown. `failureOf` is called once for each failed run, and may act on it too.
 */
export function useAction<Input extends unknown[], Failure>(
  work: (...input: Input) => Promise<unknown>,
  failureOf: (error: unknown) => Failure | null,
  { leaves = false }: ActionOptions = {},
): Action<Input, Failure> {
  const running = useRef(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const stop = () => {
    running.current = false
    setBusy(false)
  }
  const attempt = async (input: Input) => {
    try {
      await work(...input)
      if (!leaves) stop()
    } catch (error) {
      const failed = failureOf(error)
      stop()
      setFailure(() => failed)
    }
  }
  const run = (...input: Input) => {
    if (running.current) return
    running.current = true
    setBusy(true)
    setFailure(null)
    void attempt(input)
  }
  return { run, busy, failure, clear: () => setFailure(null) }
}
