// Each way in which sealing, opening, pairing or storing can fail has its own code, so that each has its own sentence
// on the screen, and nothing is ever opened in part.

import type { RowIdentity } from './row-identity'

export type VaultErrorCode =
  // the environment
  | 'insecure-origin' // the browser offers no WebCrypto: the page came over plain http
  | 'part-not-loaded' // a late part (age, word list, meter) did not arrive
  | 'bad-encoding' // not canonical base64url, or not the required number of bytes
  // phrase, wraps, recovery
  | 'profile-unknown' // the server named a KDF profile that this version does not have
  | 'profile-downgrade' // a lower KDF profile than this device has seen
  | 'bad-salt'
  | 'derivation-failed' // Argon2 could not run: too little memory, or workers are not allowed
  | 'phrase-too-short'
  | 'phrase-too-long'
  | 'wrong-phrase' // or the wrap was changed: the two can't be distinguished
  | 'bad-recovery-code' // can't be a code at all
  | 'wrong-recovery-code'
  | 'wrong-device-key'
  // keyring
  | 'bad-keyring'
  | 'keyring-busy' // other devices wrote first, again and again
  | 'bad-bundle'
  // sealing
  | 'no-pinned-partner'
  | 'bad-recipient'
  | 'bad-row' // the row's id or rev is malformed
  | 'too-long'
  // opening
  | 'cannot-decrypt' // not sealed to a key of this vault, or changed
  | 'bad-format'
  | 'wrong-kind' // the text is of another kind than the row
  | 'unsigned'
  | 'unknown-author'
  | 'bad-signature'
  | 'private-not-mine'
  | 'id-mismatch'
  | 'author-mismatch'
  | 'visibility-mismatch'
  | 'pair-mismatch'
  | 'rev-mismatch'
  | 'recipients-mismatch'
  | 'meta-mismatch'
  | 'listed-twice' // an answer holds the row, or a text of its author, before
  | 'other-answer' // an answer that is not about what was asked
  | 'earlier-state' // see EarlierState
  | 'bad-floors'
  // pairing
  | 'bad-invite' // neither a link nor twelve words
  | 'bad-invite-words' // twelve words, but their checksum is wrong
  | 'invite-forged' // the MAC does not cover these keys
  | 'no-such-invite'
  | 'own-invite'
  | 'already-paired'
  // this device's own store
  | 'storage-unavailable' // denied, or gone
  | 'storage-full'
  | 'storage-stuck' // it does not answer

export class VaultError extends Error {
  override readonly name: string = 'VaultError'
  constructor(
    readonly code: VaultErrorCode,
    options?: { cause?: unknown },
  ) {
    super(code, options)
  }
}

/** A row or keyring that the server answered at an earlier version than this device has seen. */
export type Earlier = ((Readonly<{ what: 'row' }> & RowIdentity) | Readonly<{ what: 'keyring' }>) &
  Readonly<{ shown: number; seen: number }>

/**
 * The server answered an earlier state than this device has seen. Holds every row that is lower. If the person confirms
 * that the server was restored: floors.ts `acceptEarlierFloors(floors, error)`, or `acceptEarlier` when opening a
 * journal, then retry. If not: open nothing.
 */
export class EarlierState extends VaultError {
  override readonly name = 'EarlierState'
  constructor(readonly earlier: readonly Earlier[]) {
    super('earlier-state')
  }
}
