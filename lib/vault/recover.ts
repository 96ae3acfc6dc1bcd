import type { Floors } from './floors'
import { raiseKeyringFloor } from './floors'
import { sealKeyring } from './keyring'
import { openWithRecovery, type SeenFloors, type ServedRecovery } from './opening'
import type { Blob64 } from './primitives'
import { makeRecoveryCode, deriveRecoveryKeys, type RecoveryCode, type RecoveryKeys } from './recovery-code'
import { wrapUnderPhrase, type PhraseWrap } from './register'
import { makeVault, type Vault } from './vault'
import { sealRecoveryWrap } from './wraps'

/** What replaces the phrase, the recovery code and the keyring on the server, in one transaction. */
type Replacement = PhraseWrap & Readonly<{ recoveryAuth: string; vkRec: Blob64; keyring: Blob64; keyringRev: number }>

export type Recovered = Readonly<{ vault: Vault; floors: Floors; replacement: Replacement; recoveryCode: RecoveryCode }>

/**
 * Opens a journal with the recovery code and wraps it under a new phrase and a new code. The vault key and all pins
 * stay. The keyring holds the new code until its spare page was saved. Call once, and send the same result until the
 * server answers. Throws `wrong-recovery-code`, `phrase-too-short`, `phrase-too-long`, `bad-keyring`, `bad-floors`,
 * `EarlierState`.
 */
export async function recover(
  keys: RecoveryKeys,
  served: ServedRecovery,
  phrase: string,
  seen: SeenFloors,
): Promise<Recovered> {
  const { vault: old, floors } = await openWithRecovery(keys, served, seen)
  const { uid, vaultKey } = old
  const recoveryCode = makeRecoveryCode()
  const next = await deriveRecoveryKeys(recoveryCode)
  const keyring = { ...old.keyring, rev: old.keyring.rev + 1, recovery: recoveryCode }
  const replacement: Replacement = {
    ...(await wrapUnderPhrase(phrase, uid, vaultKey)),
    recoveryAuth: next.recoveryAuth,
    vkRec: await sealRecoveryWrap(next, uid, vaultKey),
    keyring: await sealKeyring(vaultKey, keyring),
    keyringRev: keyring.rev,
  }
  return {
    vault: await makeVault(vaultKey, keyring),
    floors: raiseKeyringFloor(floors, keyring.rev),
    replacement,
    recoveryCode,
  }
}
