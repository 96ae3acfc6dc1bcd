// What a device's call or its vault throws, as a key of a catalogue.
import { Unreachable } from '@/lib/http/call'
import { Problem, type ProblemCode } from '@/lib/http/problem'
import { VaultError, type VaultErrorCode } from '@/lib/vault/vault-error'

/** What can come of any request, so that every room has words for it. */
type Anywhere = 'unreachable' | 'signedOut' | 'unexpected'

/**
 * Answers which of a room's failures something thrown is, by its code. What the room does not name is what it is everywhere: a home that
 * can't be reached or can't save now, a session that ended, or something unexpected.
 */
export function failuresBy<Key extends string>(
  codes: Readonly<Partial<Record<ProblemCode | VaultErrorCode, Key | Anywhere>>>,
) {
  return (error: unknown): Key | Anywhere => {
    if (error instanceof Unreachable) return 'unreachable'
    if (!(error instanceof Problem || error instanceof VaultError)) return 'unexpected'
    const { code } = error
    return codes[code] ?? (code === 'not-now' ? 'unreachable' : code === 'signed-out' ? 'signedOut' : 'unexpected')
  }
}
