import { toBase64url } from './base64url'
import type { Bundle } from './bundle'
import { derivePhraseKeys } from './derive'
import { CURRENT_PROFILE, type KdfProfile } from './kdf-profiles'
import { newKeyring, sealKeyring } from './keyring'
import type { InviteSecret } from './invite-secret'
import { acceptInvite, type Acceptance, type ServedInvite } from './pairing'
import { checkNewPhrase } from './phrase'
import { random, randomUuid, type Blob64 } from './primitives'
import { makeRecoveryCode, recoveryKeys, type RecoveryCode } from './recovery-code'
import { vaultOf, type Vault } from './vault'
import { sealPhraseWrap, sealRecoveryWrap } from './wraps'
import type { Bytes } from './base64url'

/** What a phrase puts on the server: what signs in, and the vault key wrapped. */
export type PhraseWrap = Readonly<{ kdf: KdfProfile; salt: string; authKey: string; vkPw: Blob64 }>

/** Everything that goes up when a person begins: wraps, what signs in, public keys, the keyring at rev 1. It opens nothing. */
type NewAccount = PhraseWrap &
  Readonly<{ uid: string; recoveryAuth: string; vkRec: Blob64; keyring: Blob64; bundle: Bundle }>

export type Registered = Readonly<{
  vault: Vault
  account: NewAccount
  recoveryCode: RecoveryCode
  /** Where an invite was accepted on the way: goes up with the account, all or nothing. */
  acceptance: Acceptance | null
}>

/** An invite that is accepted on the way: its secret, and what the server answered for it. */
export type InviteToJoin = Readonly<{ secret: InviteSecret; served: ServedInvite }>

/**
 * Makes a person: uid, salt, vault key, key pairs and recovery code, all on this device. With `join` the inviter is pinned in the
 * first keyring. Call once and send the same again until it is answered. Throws `phrase-too-short`, `phrase-too-long`,
 * `derivation-failed`, and what acceptInvite throws.
 */
export async function register(phrase: string, join?: InviteToJoin): Promise<Registered> {
  const uid = randomUuid()
  const vaultKey = random(32)
  const recoveryCode = makeRecoveryCode()
  let vault = await vaultOf(vaultKey, newKeyring(uid, recoveryCode))
  let acceptance: Acceptance | null = null
  if (join) {
    const accepted = await acceptInvite(vault, join.secret, join.served, null)
    vault = await vaultOf(vaultKey, accepted.keyring)
    acceptance = accepted.acceptance
  }
  const found = await recoveryKeys(recoveryCode)
  const account: NewAccount = {
    uid,
    ...(await wrapUnderPhrase(phrase, uid, vaultKey)),
    recoveryAuth: found.recoveryAuth,
    vkRec: await sealRecoveryWrap(found, uid, vaultKey),
    keyring: await sealKeyring(vaultKey, vault.keyring),
    bundle: vault.bundle,
  }
  return { vault, account, recoveryCode, acceptance }
}

/** The vault key under a new phrase and a new salt. Throws `phrase-too-short`, `phrase-too-long`, `derivation-failed`. */
export async function wrapUnderPhrase(phrase: string, uid: string, vaultKey: Bytes): Promise<PhraseWrap> {
  checkNewPhrase(phrase)
  const keys = await derivePhraseKeys(phrase, { kdf: CURRENT_PROFILE, salt: toBase64url(random(16)) }, 0)
  return { kdf: keys.kdf, salt: keys.salt, authKey: keys.authKey, vkPw: await sealPhraseWrap(keys, uid, vaultKey) }
}
