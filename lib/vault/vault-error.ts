// Every way in which sealing, opening, pairing or keeping can fail has a code of its own, so that each can be told in a plain
// sentence of the catalogue, and nothing is ever half-opened.

export type VaultErrorCode =
  // where this runs
  | 'insecure-origin' // the browser offers no WebCrypto: the page came over plain http
  | 'part-not-loaded' // a late part (age, word list, meter) did not arrive
  | 'bad-encoding' // not canonical base64url, or not as many bytes as it must be
  // phrase, wraps, recovery
  | 'profile-unknown' // the server named a KDF profile that is not compiled in
  | 'profile-downgrade' // a lower KDF profile than this device has seen
  | 'bad-salt'
  | 'derivation-failed' // Argon2 could not run here: memory, or a worker that was not allowed
  | 'phrase-too-short'
  | 'phrase-too-long'
  | 'wrong-phrase' // or a wrap that was tampered with: the two cannot be told apart
  | 'bad-recovery-code' // cannot be a code at all
  | 'wrong-recovery-code'
  | 'wrong-device-key'
  // keyring
  | 'bad-keyring'
  | 'keyring-busy' // other devices kept writing first
  | 'bad-bundle'
  // sealing
  | 'no-pinned-partner'
  | 'bad-recipient'
  | 'bad-row' // a row that is none: its id, rev or meta has no possible shape
  | 'too-long'
  // opening
  | 'cannot-decrypt' // not for any of my keys, or not the bytes that were sealed
  | 'bad-format'
  | 'wrong-kind' // a text of another kind than the row's
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
  | 'storage-unavailable'
  | 'storage-full'

export class VaultError extends Error {
  override readonly name: string = 'VaultError'
  constructor(
    readonly code: VaultErrorCode,
    options?: { cause?: unknown },
  ) {
    super(code, options)
  }
}

/** One thing that is shown at an earlier version than this device has seen. */
export type Earlier = (Readonly<{ what: 'row'; author: string; id: string }> | Readonly<{ what: 'keyring' }>) &
  Readonly<{ shown: number; seen: number }>

/**
 * "This home shows an earlier state than this device has seen." Carries all that is lower. Yes: `floors.ts` `accepted(floors,
 * error)`, or `acceptEarlier` when opening a journal, then ask again. No: nothing is opened.
 */
export class EarlierState extends VaultError {
  override readonly name = 'EarlierState'
  constructor(readonly earlier: readonly Earlier[]) {
    super('earlier-state')
  }
}
