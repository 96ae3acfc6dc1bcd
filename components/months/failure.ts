import { Unreachable } from '@/lib/http/call'
import { Problem } from '@/lib/http/problem'
import { VaultError } from '@/lib/vault/vault-error'

/** What went wrong, as a key of the catalogue's `months.failure`. */
export type MonthFailure = 'unreachable' | 'signedOut' | 'changed' | 'shown' | 'gone' | 'notPinned' | 'tooLong' | 'unexpected'

/** Every way in which putting notes in, proposing, agreeing and answering can fail, as something to say. */
export function failureOf(error: unknown): MonthFailure {
  if (error instanceof Unreachable) return 'unreachable'
  if (error instanceof VaultError) return error.code === 'no-pinned-partner' ? 'notPinned' : error.code === 'too-long' ? 'tooLong' : 'unexpected'
  if (!(error instanceof Problem)) return 'unexpected'
  switch (error.code) {
    case 'not-now': case 'slow-down': return 'unreachable'
    case 'signed-out': return 'signedOut'
    case 'version-changed': case 'ended': return 'changed'
    case 'already-revealed': return 'shown'
    case 'not-found': case 'not-paired': return 'gone'
    case 'too-large': return 'tooLong'
    default: return 'unexpected'
  }
}

/** Whether what stands now is other than what was shown. */
export const isStale = (failure: MonthFailure): boolean => failure === 'changed' || failure === 'shown' || failure === 'gone'
