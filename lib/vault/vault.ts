// The vault seals on a device what a server stores, and opens it there again. It knows no server, page or domain: bytes
// come and go as base64url, and the caller sends the requests. The life of a journal, in calls:
//
//   new      const { vault, account, recoveryCode } = await register(phrase)            register.ts   -> POST account
//   sign in  const keys = await derivePhraseKeys(phrase, prelogin, highestSeen)         derive.ts     -> send keys.authKey
//            const { vault, floors } = await openWithPhrase(keys, served, { floors })   opening.ts
//   only me  const { deviceKey, vkDev } = await makeDeviceKey(vault, sessionId)         device-key.ts -> PUT deviceKey, keep vkDev
//            const { vault, floors } = await openWithDeviceKey({ ... }, { floors })     opening.ts
//   recover  const keys = await deriveRecoveryKeys(code)                                recovery-code.ts -> POST recoveryAuth
//            const { vault, replacement } = await recover(keys, served, phrase, seen)   recover.ts    -> PUT replacement
//   hold     lock.open(vault); lock.vault(); lock.lock()                                lock.ts
//   write    const sealed = await sealText(vault, { magic, id, rev, visibility, ... })  sealed-text.ts
//   read     const text = await openText(vault, row, floorOf(floors, row))              sealed-text.ts, floors.ts
//   draft    const sealed = await sealDraft({ uid, recipient }, { id, of, body })       draft.ts, store.ts
//   keyring  vault = await changeKeyring(vault, (keyring) => ..., put)                  below
//   pair     makeInvite, addInviteSecret, acceptInvite, finishInvite, settleCouple, checkPin   pairing.ts, invite-secret.ts
//            vault = await changeKeyring(vault, (keyring) => finishInvite({ ...vault, keyring }, served, pair), put)

import { deriveRecipient } from './age-keys'
import { fromBase64url, toBase64url, type Bytes } from './base64url'
import type { Bundle } from './bundle'
import { deriveBundle, openKeyring, sealKeyring, type Keyring } from './keyring'
import { signKeyring } from './keyring-proof'
import { deriveSigningKey, type Blob64 } from './primitives'
import { EarlierState, VaultError } from './vault-error'

/** An open journal's keys, in memory only. Never logged, stored, or put into a URL or a message. */
export type Vault = Readonly<{
  uid: string
  /** VK, 32 bytes. */
  vaultKey: Bytes
  keyring: Keyring
  /** The owner's current public keys. */
  bundle: Bundle
  /** The public halves of all keys of the owner, current first. */
  mine: Readonly<{ enc: readonly string[]; sig: readonly string[] }>
}>

/** Makes the vault of an opened keyring. */
export async function makeVault(vaultKey: Bytes, keyring: Keyring): Promise<Vault> {
  const [enc, sig, bundle] = await Promise.all([
    Promise.all(keyring.enc.map(deriveRecipient)),
    Promise.all(keyring.sig.map(async (seed) => toBase64url(await deriveSigningKey(fromBase64url(seed, 32))))),
    deriveBundle(keyring),
  ])
  return { uid: keyring.uid, vaultKey, keyring, bundle, mine: { enc, sig } }
}

/**
 * A compare-and-swap write of a keyring: it may replace only the version `ifMatch`. The signature proves that an open
 * journal wrote it (keyring-proof.ts).
 */
export type KeyringWrite = Readonly<{ keyring: Blob64; rev: number; ifMatch: number; signature: string }>

/** `stale` holds the saved keyring, sealed. */
export type KeyringAnswer = Readonly<{ is: 'saved' }> | Readonly<{ is: 'stale'; keyring: string }>

const TRIES = 5

/**
 * Changes the saved keyring, and returns the vault with the change. `change` gets the newest keyring and returns a
 * changed one (its rev is set here), or the same object to change nothing. It runs again when another device wrote
 * first. Throws `keyring-busy` after five lost races, `EarlierState` when the server answers an older keyring.
 */
export async function changeKeyring(
  vault: Vault,
  change: (keyring: Keyring) => Keyring | Promise<Keyring>,
  put: (write: KeyringWrite) => Promise<KeyringAnswer>,
): Promise<Vault> {
  let now = vault.keyring
  for (let tries = 0; tries < TRIES; tries++) {
    const changed = await change(now)
    if (changed === now) return now === vault.keyring ? vault : makeVault(vault.vaultKey, now)
    const next = { ...changed, rev: now.rev + 1 }
    const sealed = await sealKeyring(vault.vaultKey, next)
    const signature = await signKeyring(now.sig[0], { uid: vault.uid, rev: next.rev, keyring: sealed })
    const answer = await put({ keyring: sealed, rev: next.rev, ifMatch: now.rev, signature })
    // the same bytes are saved already: an answer was lost, no other device wrote
    if (answer.is === 'saved' || answer.keyring === sealed) return makeVault(vault.vaultKey, next)
    now = await newerKeyring(vault, answer.keyring, now.rev)
  }
  throw new VaultError('keyring-busy')
}

async function newerKeyring({ vaultKey, uid }: Vault, sealed: string, seen: number): Promise<Keyring> {
  const keyring = await openKeyring(vaultKey, uid, sealed)
  if (keyring.rev < seen) throw new EarlierState([{ what: 'keyring', shown: keyring.rev, seen }])
  return keyring
}

/**
 * Removes the recovery code after the spare page was saved, for `changeKeyring`. Returns the same object if there is
 * none.
 */
export const removeRecoveryCode = (keyring: Keyring): Keyring =>
  keyring.recovery === null ? keyring : { ...keyring, recovery: null }
