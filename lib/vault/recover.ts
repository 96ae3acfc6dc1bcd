import type { Floors } from './floors'
import { raisedKeyring } from './floors'
import { sealKeyring } from './keyring'
import { openWithRecovery, type Seen, type ServedRecovery } from './opening'
import type { Blob64 } from './primitives'
import { makeRecoveryCode, recoveryKeys, type RecoveryCode, type RecoveryKeys } from './recovery-code'
import { wrapUnderPhrase, type PhraseWrap } from './register'
import { vaultOf, type Vault } from './vault'
import { sealRecoveryWrap } from './wraps'

/** What replaces the old on the server, in one transaction. */
type Replacement = PhraseWrap & Readonly<{ recoveryAuth: string; vkRec: Blob64; keyring: Blob64; keyringRev: number }>

export type Recovered = Readonly<{ vault: Vault; floors: Floors; replacement: Replacement; recoveryCode: RecoveryCode }>

/**
 * Opens a journal with the spare page and wraps it under a new phrase and a new code; the vault key and all pins stay. The code
 * stands in the keyring until its page was saved. Call once and send the same again until it is answered. Throws
 * `wrong-recovery-code`, `phrase-too-short`, `phrase-too-long`, `bad-keyring`, `bad-floors`, `EarlierState`.
 */
export async function recover(
  keys: RecoveryKeys,
  served: ServedRecovery,
  phrase: string,
  seen: Seen,
): Promise<Recovered> {
  const { vault: old, floors } = await openWithRecovery(keys, served, seen)
  const { uid, vaultKey } = old
  const recoveryCode = makeRecoveryCode()
  const next = await recoveryKeys(recoveryCode)
  const keyring = { ...old.keyring, rev: old.keyring.rev + 1, recovery: recoveryCode }
  const replacement: Replacement = {
    ...(await wrapUnderPhrase(phrase, uid, vaultKey)),
    recoveryAuth: next.recoveryAuth,
    vkRec: await sealRecoveryWrap(next, uid, vaultKey),
    keyring: await sealKeyring(vaultKey, keyring),
    keyringRev: keyring.rev,
  }
  return {
    vault: await vaultOf(vaultKey, keyring),
    floors: raisedKeyring(floors, keyring.rev),
    replacement,
    recoveryCode,
  }
}
