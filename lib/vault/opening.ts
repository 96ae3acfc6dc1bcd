// Three ways to the vault key, and from there to an open journal.

import { fromBase64url, type Bytes } from './base64url'
import type { PhraseKeys } from './derive'
import { accepted, noFloors, openFloors, raisedKeyring, type Floors } from './floors'
import { openKeyring } from './keyring'
import type { Blob64 } from './primitives'
import type { RecoveryKeys } from './recovery-code'
import { vaultOf, type Vault } from './vault'
import { EarlierState, VaultError } from './vault-error'
import { openDeviceWrap, openPhraseWrap, openRecoveryWrap } from './wraps'

/**
 * What this device remembers of the person: the sealed floors, or null. `acceptEarlier` is a person's yes to "Was it restored?":
 * the keyring that is shown becomes the floor, and floors that can't be read are begun anew.
 */
export type Seen = Readonly<{ floors: Blob64 | null; acceptEarlier?: boolean }>

/** `floors` hold the keyring's rev already; keep them (floors-keeping.ts). */
export type Opened = Readonly<{ vault: Vault; floors: Floors }>

/** The wraps and the keyring, as the server answers them after sign-in. */
export type ServedVault = Readonly<{ uid: string; vkPw: string; keyring: string }>

/** Throws `wrong-phrase`, `bad-keyring`, `bad-floors`, `EarlierState`. */
export async function openWithPhrase(
  keys: PhraseKeys,
  { uid, vkPw, keyring }: ServedVault,
  seen: Seen,
): Promise<Opened> {
  return openVault(await openPhraseWrap(keys, uid, vkPw), uid, keyring, seen)
}

export type ServedRecovery = Readonly<{ uid: string; vkRec: string; keyring: string }>

/** Opens alone; `recover.ts` goes on from it. Throws `wrong-recovery-code`, `bad-keyring`, `bad-floors`, `EarlierState`. */
export async function openWithRecovery(
  keys: RecoveryKeys,
  { uid, vkRec, keyring }: ServedRecovery,
  seen: Seen,
): Promise<Opened> {
  return openVault(await openRecoveryWrap(keys, uid, vkRec), uid, keyring, seen)
}

/** `deviceKey` (K) and the keyring come from the server, `vkDev` from this device; either alone opens nothing. */
export type KeptOpen = Readonly<{ uid: string; sessionId: string; deviceKey: string; vkDev: string; keyring: string }>

/** Throws `wrong-device-key`, `bad-keyring`, `bad-floors`, `EarlierState`. */
export async function openWithDeviceKey(kept: KeptOpen, seen: Seen): Promise<Opened> {
  const { uid, sessionId, deviceKey, vkDev, keyring } = kept
  return openVault(await openDeviceWrap(readDeviceKey(deviceKey), uid, sessionId, vkDev), uid, keyring, seen)
}

function readDeviceKey(deviceKey: string): Bytes {
  try {
    return fromBase64url(deviceKey, 32)
  } catch (cause) {
    throw new VaultError('wrong-device-key', { cause })
  }
}

async function openVault(vaultKey: Bytes, uid: string, sealed: string, seen: Seen): Promise<Opened> {
  const keyring = await openKeyring(vaultKey, uid, sealed)
  let floors = await floorsOf(vaultKey, uid, seen)
  if (keyring.rev < floors.keyring) {
    const earlier = new EarlierState([{ what: 'keyring', shown: keyring.rev, seen: floors.keyring }])
    if (!seen.acceptEarlier) throw earlier
    floors = accepted(floors, earlier)
  }
  return { vault: await vaultOf(vaultKey, keyring), floors: raisedKeyring(floors, keyring.rev) }
}

async function floorsOf(vaultKey: Bytes, uid: string, { floors, acceptEarlier }: Seen): Promise<Floors> {
  if (floors === null) return noFloors
  try {
    return await openFloors({ uid, vaultKey }, floors)
  } catch (failure) {
    if (acceptEarlier && failure instanceof VaultError && failure.code === 'bad-floors') return noFloors
    throw failure
  }
}
