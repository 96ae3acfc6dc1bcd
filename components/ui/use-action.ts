'use client'
import { useRef, useState } from 'react'

export type Action<Input extends unknown[], Failure> = Readonly<{
  /** Starts the work. Does nothing while it is running. */
  run: (...input: Input) => void
  /** Whether the work is running. */
  busy: boolean
  /** Why the last run failed; null again when the next run starts. */
  failure: Failure | null
  /** Forgets the failure. */
  clear: () => void
}>

type ActionOptions = Readonly<{
  /** A success leaves the page: it stays busy, so that nothing is sent twice while the next page loads. */
  leaves?: boolean
}>

/**
 * Runs the work of a button or a form, one run at a time. `failureOf` turns what `work` throws into `failure`, or into
 * null where nothing is to be shown. It is called once for each failed run, so it may have side effects.
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
