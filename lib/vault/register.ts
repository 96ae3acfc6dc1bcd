import { toBase64url } from './base64url'
import type { Bundle } from './bundle'
import { derivePhraseKeys } from './derive'
import { CURRENT_PROFILE, type KdfProfile } from './kdf-profiles'
import { newKeyring, sealKeyring } from './keyring'
import type { InviteSecret } from './invite-secret'
import { acceptInvite, type Acceptance, type ServedInvite } from './pairing'
import { checkNewPhrase } from './phrase'
import { random, randomUuid, type Blob64 } from './primitives'
import { makeRecoveryCode, deriveRecoveryKeys, type RecoveryCode } from './recovery-code'
import { makeVault, type Vault } from './vault'
import { sealPhraseWrap, sealRecoveryWrap } from './wraps'
import type { Bytes } from './base64url'

/** What the server stores for a phrase: the key that signs in, and the wrapped vault key. */
export type PhraseWrap = Readonly<{ kdf: KdfProfile; salt: string; authKey: string; vkPw: Blob64 }>

/**
 * What is sent to create an account: wraps, sign-in keys, public keys, and the keyring at rev 1. It can't open the
 * journal.
 */
type NewAccount = PhraseWrap &
  Readonly<{ uid: string; recoveryAuth: string; vkRec: Blob64; keyring: Blob64; bundle: Bundle }>

export type Registered = Readonly<{
  vault: Vault
  account: NewAccount
  recoveryCode: RecoveryCode
  /** The acceptance of an invite, if there was one: sent with the account, in one transaction. */
  acceptance: Acceptance | null
}>

/** An invite to accept while signing up: its secret, and what the server answered for it. */
export type InviteToJoin = Readonly<{ secret: InviteSecret; served: ServedInvite }>

/**
 * Makes a person's uid, salt, vault key, key pairs and recovery code, all on this device. With `join` the first keyring
 * pins the inviter. Call once, and send the same result until the server answers. Throws `phrase-too-short`,
 * `phrase-too-long`, `derivation-failed`, and what `acceptInvite` throws.
 */
export async function register(phrase: string, join?: InviteToJoin): Promise<Registered> {
  const uid = randomUuid()
  const vaultKey = random(32)
  const recoveryCode = makeRecoveryCode()
  let vault = await makeVault(vaultKey, newKeyring(uid, recoveryCode))
  let acceptance: Acceptance | null = null
  if (join) {
    const accepted = await acceptInvite(vault, join.secret, join.served, null)
    vault = await makeVault(vaultKey, accepted.keyring)
    acceptance = accepted.acceptance
  }
  const recovery = await deriveRecoveryKeys(recoveryCode)
  const account: NewAccount = {
    uid,
    ...(await wrapUnderPhrase(phrase, uid, vaultKey)),
    recoveryAuth: recovery.recoveryAuth,
    vkRec: await sealRecoveryWrap(recovery, uid, vaultKey),
    keyring: await sealKeyring(vaultKey, vault.keyring),
    bundle: vault.bundle,
  }
  return { vault, account, recoveryCode, acceptance }
}

/**
 * Wraps the vault key under a new phrase and a new salt. Throws `phrase-too-short`, `phrase-too-long`,
 * `derivation-failed`.
 */
export async function wrapUnderPhrase(phrase: string, uid: string, vaultKey: Bytes): Promise<PhraseWrap> {
  checkNewPhrase(phrase)
  const keys = await derivePhraseKeys(phrase, { kdf: CURRENT_PROFILE, salt: toBase64url(random(16)) }, 0)
  return { kdf: keys.kdf, salt: keys.salt, authKey: keys.authKey, vkPw: await sealPhraseWrap(keys, uid, vaultKey) }
}
