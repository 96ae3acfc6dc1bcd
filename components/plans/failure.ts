import { Unreachable } from '@/lib/http/call'
import { Problem } from '@/lib/http/problem'

/** What went wrong, as a key of the catalogue's `plans.failure`. */
export type PlanFailure = 'unreachable' | 'signedOut' | 'gone' | 'late' | 'slow' | 'unexpected'

/** Every way in which planning can fail, as something to say. */
export function failureOf(error: unknown): PlanFailure {
  if (error instanceof Unreachable) return 'unreachable'
  if (!(error instanceof Problem)) return 'unexpected'
  switch (error.code) {
    case 'not-now': return 'unreachable'
    case 'signed-out': return 'signedOut'
    case 'not-found': case 'not-paired': case 'ended': return 'gone'
    case 'day-out-of-range': return 'late'
    case 'slow-down': return 'slow'
    default: return 'unexpected'
  }
}
