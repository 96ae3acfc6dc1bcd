import { codeOf, failuresBy, type ErrorCode } from '@/lib/device/failures'
import { couplesMessages } from '@/lib/messages/rooms/couples'

/** What came of reading or accepting an invite. `unusable` is one plain answer, whatever the reason. */
export type JoinProblem = Readonly<{ is: 'unusable' | 'paired' } | { is: 'failed'; error: unknown }>

const UNUSABLE: readonly ErrorCode[] = [
  'bad-invite',
  'bad-invite-words',
  'invite-forged',
  'bad-bundle',
  'own-invite',
  'not-found',
]

/** What a person can correct where an invite was typed by hand. */
const TYPING_ERRORS: readonly ErrorCode[] = ['bad-invite', 'bad-invite-words']

/** Why an invite could not be read, or joining failed, where it may still be used. */
export const failureOf = failuresBy(couplesMessages, { 'bad-invite': 'notWhole' })

/** `typed`: by hand, where a slip can be told from an invite that is gone. */
export function joinProblemOf(error: unknown, typed = false): JoinProblem {
  const code = codeOf(error)
  if (code === null || (typed && TYPING_ERRORS.includes(code))) return { is: 'failed', error }
  if (code === 'already-paired') return { is: 'paired' }
  return UNUSABLE.includes(code) ? { is: 'unusable' } : { is: 'failed', error }
}
