// Errors that nobody caught. After one the state of the process is unknown, so it logs one line, shuts down in order, and exits.
import { failureLine } from '../failure-line.ts'
import { endAll } from './stopping.ts'

/** Where Next looks for a listener for rejections. It would set its own, which prints the error's message; it keeps one that is set. */
const NEXTS = Symbol.for('next.unhandledRejectionListener')

/** Exits with code 1 at the first uncaught error. Call it before Next is loaded. */
export function stopOnFailure(): void {
  let failed = false
  const end = (error: unknown) => {
    console.error(failureLine({ where: 'the process' }, error))
    if (failed) return
    failed = true
    void endAll(() => {}).finally(() => process.exit(1))
  }
  // It runs before every listener for exceptions; Next's own print the error and go on.
  process.setUncaughtExceptionCaptureCallback(end)
  process.on('unhandledRejection', end)
  Object.assign(globalThis, { [NEXTS]: end })
}
