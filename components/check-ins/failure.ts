import { Unreachable } from '@/lib/http/call'
import { Problem } from '@/lib/http/problem'

/** What went wrong, as a key of the catalogue's `checkIns.failure`. */
export type CheckInFailure = 'unreachable' | 'signedOut' | 'notOpen' | 'shown' | 'gone' | 'unexpected'

/** Every way in which answering can fail, as something to say. */
export function failureOf(error: unknown): CheckInFailure {
  if (error instanceof Unreachable) return 'unreachable'
  if (!(error instanceof Problem)) return 'unexpected'
  switch (error.code) {
    case 'not-now': case 'slow-down': return 'unreachable'
    case 'signed-out': return 'signedOut'
    case 'week-not-open': return 'notOpen'
    case 'already-revealed': return 'shown'
    case 'not-paired': return 'gone'
    default: return 'unexpected'
  }
}
