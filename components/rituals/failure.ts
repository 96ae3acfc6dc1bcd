import { Unreachable } from '@/lib/http/call'
import { Problem } from '@/lib/http/problem'
import { VaultError } from '@/lib/vault/vault-error'

/** What went wrong, as a key of the catalogue's `rituals.failure`. */
export type RitualFailure = 'unreachable' | 'signedOut' | 'ended' | 'gone' | 'changed' | 'notPinned' | 'tooLong' | 'unexpected'

/** Every way in which proposing, agreeing, ending or marking can fail, as something to say. */
export function failureOf(error: unknown): RitualFailure {
  if (error instanceof Unreachable) return 'unreachable'
  if (error instanceof VaultError) return error.code === 'no-pinned-partner' ? 'notPinned' : error.code === 'too-long' ? 'tooLong' : 'unexpected'
  if (!(error instanceof Problem)) return 'unexpected'
  switch (error.code) {
    case 'not-now': return 'unreachable'
    case 'signed-out': return 'signedOut'
    case 'ended': return 'ended'
    case 'not-found': case 'not-paired': return 'gone'
    case 'version-changed': return 'changed'
    case 'too-large': return 'tooLong'
    default: return 'unexpected'
  }
}
