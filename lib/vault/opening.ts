// Opens a journal with the phrase, the recovery code or the device key.

import { fromBase64url, type Bytes } from './base64url'
import type { PhraseKeys } from './derive'
import { acceptEarlierFloors, noFloors, openFloors, raiseKeyringFloor, type Floors } from './floors'
import { openKeyring } from './keyring'
import type { Blob64 } from './primitives'
import type { RecoveryKeys } from './recovery-code'
import { makeVault, type Vault } from './vault'
import { EarlierState, VaultError } from './vault-error'
import { openDeviceWrap, openPhraseWrap, openRecoveryWrap } from './wraps'

/**
 * The sealed floors that this device stores for the person, or null. `acceptEarlier`: the person confirmed that the
 * server was restored, so the served keyring becomes the floor, and unreadable floors are replaced by empty ones.
 */
export type SeenFloors = Readonly<{ floors: Blob64 | null; acceptEarlier?: boolean }>

/** `floors` include the keyring's rev already; store them (change-floors.ts). */
export type OpenedVault = Readonly<{ vault: Vault; floors: Floors }>

/** The wrap and the keyring, as the server answers them after sign-in. */
export type ServedVault = Readonly<{ uid: string; vkPw: string; keyring: string }>

/** Opens a journal with the phrase. Throws `wrong-phrase`, `bad-keyring`, `bad-floors`, `EarlierState`. */
export async function openWithPhrase(
  keys: PhraseKeys,
  { uid, vkPw, keyring }: ServedVault,
  seen: SeenFloors,
): Promise<OpenedVault> {
  return openVault(await openPhraseWrap(keys, uid, vkPw), uid, keyring, seen)
}

/** The wrap and the keyring, as the server answers them to a recovery code. */
export type ServedRecovery = Readonly<{ uid: string; vkRec: string; keyring: string }>

/**
 * Opens a journal with the recovery code, without replacing anything; `recover.ts` does that. Throws
 * `wrong-recovery-code`, `bad-keyring`, `bad-floors`, `EarlierState`.
 */
export async function openWithRecovery(
  keys: RecoveryKeys,
  { uid, vkRec, keyring }: ServedRecovery,
  seen: SeenFloors,
): Promise<OpenedVault> {
  return openVault(await openRecoveryWrap(keys, uid, vkRec), uid, keyring, seen)
}

/**
 * `deviceKey` (K) and the keyring come from the server, `vkDev` from this device. Neither half opens anything alone.
 */
export type DeviceUnlock = Readonly<{
  uid: string
  sessionId: string
  deviceKey: string
  vkDev: string
  keyring: string
}>

/** Opens a journal without the phrase. Throws `wrong-device-key`, `bad-keyring`, `bad-floors`, `EarlierState`. */
export async function openWithDeviceKey(unlock: DeviceUnlock, seen: SeenFloors): Promise<OpenedVault> {
  const { uid, sessionId, deviceKey, vkDev, keyring } = unlock
  return openVault(await openDeviceWrap(readDeviceKey(deviceKey), uid, sessionId, vkDev), uid, keyring, seen)
}

function readDeviceKey(deviceKey: string): Bytes {
  try {
    return fromBase64url(deviceKey, 32)
  } catch (cause) {
    throw new VaultError('wrong-device-key', { cause })
  }
}

async function openVault(vaultKey: Bytes, uid: string, sealed: string, seen: SeenFloors): Promise<OpenedVault> {
  const keyring = await openKeyring(vaultKey, uid, sealed)
  let floors = await readFloors(vaultKey, uid, seen)
  if (keyring.rev < floors.keyring) {
    const earlier = new EarlierState([{ what: 'keyring', shown: keyring.rev, seen: floors.keyring }])
    if (!seen.acceptEarlier) throw earlier
    floors = acceptEarlierFloors(floors, earlier)
  }
  return { vault: await makeVault(vaultKey, keyring), floors: raiseKeyringFloor(floors, keyring.rev) }
}

async function readFloors(vaultKey: Bytes, uid: string, { floors, acceptEarlier }: SeenFloors): Promise<Floors> {
  if (floors === null) return noFloors
  try {
    return await openFloors({ uid, vaultKey }, floors)
  } catch (failure) {
    if (acceptEarlier && failure instanceof VaultError && failure.code === 'bad-floors') return noFloors
    throw failure
  }
}
