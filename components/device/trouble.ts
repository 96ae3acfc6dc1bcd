import { Unreachable } from '@/lib/http/call'
import { Problem } from '@/lib/http/problem'
import type { VaultErrorCode } from '@/lib/vault/vault-error'

/** What stood in the way of asking, as a key of the catalogue's `journal.trouble`. */
export type Trouble = 'unreachable' | 'signedOut' | 'slowDown' | 'unexpected'

export function troubleOf(error: unknown): Trouble {
  if (error instanceof Unreachable) return 'unreachable'
  if (!(error instanceof Problem)) return 'unexpected'
  switch (error.code) {
    case 'signed-out':
      return 'signedOut'
    case 'slow-down':
      return 'slowDown'
    case 'not-now':
      return 'unreachable'
    default:
      return 'unexpected'
  }
}

/** Why a text can't be shown, as a key of the catalogue's `journal.unread`. */
export function unreadOf(code: VaultErrorCode): 'notMine' | 'notWhole' | 'notTheirs' | 'notHere' | 'unknown' {
  switch (code) {
    case 'cannot-decrypt':
      return 'notMine'
    case 'bad-format':
    case 'bad-encoding':
    case 'wrong-kind':
    case 'rev-mismatch':
      return 'notWhole'
    case 'unsigned':
    case 'unknown-author':
    case 'bad-signature':
    case 'author-mismatch':
      return 'notTheirs'
    case 'id-mismatch':
    case 'visibility-mismatch':
    case 'pair-mismatch':
    case 'recipients-mismatch':
    case 'meta-mismatch':
    case 'private-not-mine':
      return 'notHere'
    default:
      return 'unknown'
  }
}
