import { codeOf, failuresBy, type ErrorCode } from '@/lib/device/failures'
import { monthsMessages } from '@/lib/messages/rooms/months'

/** Why putting notes in, proposing, agreeing or answering failed. */
export const failureOf = failuresBy(monthsMessages, { 'version-changed': 'changed', ended: 'changed' })

const STALE: readonly ErrorCode[] = ['version-changed', 'ended', 'already-revealed', 'not-found', 'not-paired']

/** Whether it failed because the month is not as the page shows it. */
export function isStale(error: unknown): boolean {
  const code = codeOf(error)
  return code !== null && STALE.includes(code)
}
