// What nobody caught. A process that goes on after it may hold anything: it says one line, ends everything in order, and goes.
import { failureLine } from '../failure-line.ts'
import { endAll } from './stopping.ts'

/** Next would have its own listener for rejections under this name, which prints whatever the error says; it takes the one that stands. */
const NEXTS = Symbol.for('next.unhandledRejectionListener')

/** Ends the process, with exit code 1, at the first error that nobody caught. To be called before Next is loaded. */
export function stopOnFailure(): void {
  let failed = false
  const end = (error: unknown) => {
    console.error(failureLine({ where: 'the process' }, error))
    if (failed) return
    failed = true
    void endAll(() => {}).finally(() => process.exit(1))
  }
  // It comes before every listener for exceptions, of which Next has some that print them and go on.
  process.setUncaughtExceptionCaptureCallback(end)
  process.on('unhandledRejection', end)
  Object.assign(globalThis, { [NEXTS]: end })
}
