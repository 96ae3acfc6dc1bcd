import { Problem } from '@/lib/http/problem'
import { VaultError } from '@/lib/vault/vault-error'

/** What came of reading or accepting an invite. `unusable` is one plain answer, whatever the reason. */
export type JoinProblem = 'unusable' | 'unreachable' | 'paired' | 'slow' | 'notWhole' | 'misheard'

/** `typed`: by hand, where a slip can be told from an invite that is gone. */
export function joinProblemOf(error: unknown, typed = false): JoinProblem {
  if (error instanceof VaultError) {
    if (typed && error.code === 'bad-invite') return 'notWhole'
    if (typed && error.code === 'bad-invite-words') return 'misheard'
    if (error.code === 'already-paired') return 'paired'
    return ['bad-invite', 'bad-invite-words', 'invite-forged', 'bad-bundle', 'own-invite'].includes(error.code)
      ? 'unusable'
      : 'unreachable'
  }
  if (!(error instanceof Problem)) return 'unreachable'
  if (error.code === 'not-found') return 'unusable'
  if (error.code === 'already-paired') return 'paired'
  return error.code === 'slow-down' ? 'slow' : 'unreachable'
}
