import { codeOf, failuresBy, type ErrorCode } from '@/lib/device/failures'
import { couplesMessages } from '@/lib/messages/rooms/couples'

/** Why reading or accepting an invite failed. `unusable` is shown the same for every reason. */
export type JoinProblem = Readonly<{ is: 'unusable' | 'paired' } | { is: 'failed'; error: unknown }>

const UNUSABLE: readonly ErrorCode[] = [
  'bad-invite',
  'bad-invite-words',
  'invite-forged',
  'bad-bundle',
  'own-invite',
  'not-found',
]

/** What a person can correct in an invite that they typed. */
const TYPING_ERRORS: readonly ErrorCode[] = ['bad-invite', 'bad-invite-words']

/** Maps failures of an invite that may still be usable. */
export const failureOf = failuresBy(couplesMessages, { 'bad-invite': 'notWhole' })

/** Maps an error to a problem. `typed`: the person typed the invite, so a mistake is shown as such. */
export function toJoinProblem(error: unknown, typed = false): JoinProblem {
  const code = codeOf(error)
  if (code === null || (typed && TYPING_ERRORS.includes(code))) return { is: 'failed', error }
  if (code === 'already-paired') return { is: 'paired' }
  return UNUSABLE.includes(code) ? { is: 'unusable' } : { is: 'failed', error }
}
