import 'server-only'
import { failureLine } from '@/lib/failure-line'

/** One line on standard error: a request's id, its route's pattern and what failed; never an address, an id or a text. */
export function logFailure(requestId: string, route: string, error: unknown): void {
  console.error(failureLine({ requestId, route }, error))
}
