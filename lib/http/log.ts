import 'server-only'
import { failureLine } from '@/lib/failure-line'

/** Logs one line to standard error: the request's id, the route's pattern and the error; no address, id or text. */
export function logFailure(requestId: string, route: string, error: unknown): void {
  console.error(failureLine({ requestId, route }, error))
}
