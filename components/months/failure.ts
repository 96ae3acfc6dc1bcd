import { codeOf, failuresBy, type ErrorCode } from '@/lib/device/failures'
import { monthsMessages } from '@/lib/messages/rooms/months'

/** Explains why sending notes, proposing, agreeing or answering failed. */
export const failureOf = failuresBy(monthsMessages, { 'version-changed': 'changed', ended: 'changed' })

const STALE: readonly ErrorCode[] = ['version-changed', 'ended', 'already-revealed', 'not-found', 'not-paired']

/** Whether an action failed because the page shows an outdated month. */
export function isStale(error: unknown): boolean {
  const code = codeOf(error)
  return code !== null && STALE.includes(code)
}
