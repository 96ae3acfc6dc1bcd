// Opening the journal of whoever is signed in: with the phrase, or, where only they use the device, with what it keeps.

import type { Answer } from '@/lib/http/contract'
import { derivePhraseKeys } from '@/lib/vault/derive'
import { makeDeviceKey } from '@/lib/vault/device-key'
import { keepOpenedFloors } from '@/lib/vault/change-floors'
import { openWithDeviceKey, openWithPhrase, type OpenedVault, type SeenFloors } from '@/lib/vault/opening'
import type { Vault } from '@/lib/vault/vault'
import { getVault, putSessionUse, setDeviceKey } from '@/lib/accounts/contract'
import type { Device } from './device'
import { sendPendingLock } from './device-lock'
import { ignoreUnreachable, ignoreNoStorage } from './ignore-failures'

type VaultAnswer = Answer<typeof getVault>

export type OpeningOptions = Readonly<{
  /** A person's yes to "Was it restored?", asked after an `EarlierState`. */
  acceptEarlier?: boolean
  /** The journal's `locks()` when somebody asked for it: a lock since then wins, also while this code was still being loaded. */
  locks?: number
}>

/**
 * Opens the journal without asking anything, where this device is its person's alone and was not locked; null where the phrase has
 * to be asked for. What a lock could not send goes before anything else. Throws `Problem` (signed-out), `Unreachable`,
 * `EarlierState` and what `openWithDeviceKey` throws.
 */
export async function openWithoutPhrase(
  device: Device,
  { acceptEarlier = false, locks: began = device.journal.locks() }: OpeningOptions = {},
): Promise<Vault | null> {
  const open = device.journal.vault()
  if (open) return open
  if (device.lockMark.isSet()) {
    await sendPendingLock(device)
    return null
  }
  const served = await device.call(getVault, {})
  const { personId: uid, sessionId, deviceKey, keyring } = served
  const kept = await ignoreNoStorage(device.store.wrap(uid), null)
  if (!served.onlyMe || !kept) return null
  if (deviceKey === null || kept.sessionId !== sessionId) {
    await device.store.forgetWrap(uid) // of a session that ended, or that was locked elsewhere
    return null
  }
  const seen: SeenFloors = { floors: await device.store.floors(uid), acceptEarlier }
  const opened = await openWithDeviceKey({ uid, sessionId, deviceKey, vkDev: kept.vkDev, keyring }, seen)
  return holdJournal(device, served, opened, seen, began, 'kept')
}

/**
 * Opens the journal with the phrase, on a device that is signed in. Some 0.2 s of work on a desktop, some seconds on an old phone.
 * Throws `wrong-phrase`, `EarlierState`, `profile-downgrade` and other `VaultError`s, `Problem` (signed-out), `Unreachable`.
 */
export async function openByPhrase(
  device: Device,
  phrase: string,
  { acceptEarlier = false, locks: began = device.journal.locks() }: OpeningOptions = {},
): Promise<Vault> {
  if (device.lockMark.isSet()) await sendPendingLock(device)
  const served = await device.call(getVault, {})
  const highest = await ignoreNoStorage(device.store.highestProfile(served.personId), 0)
  const keys = await derivePhraseKeys(phrase, served, highest)
  const seen: SeenFloors = { floors: await ignoreNoStorage(device.store.floors(served.personId), null), acceptEarlier }
  const vault = await holdOrThrow(
    device,
    served,
    await openWithPhrase(keys, { ...served, uid: served.personId }, seen),
    seen,
    began,
  )
  await ignoreNoStorage(device.store.keepProfile(served.personId, keys.kdf), undefined)
  if (served.onlyMe) await keepOpenOnDevice(device, vault, served.sessionId)
  return vault
}

type DeviceUse = Pick<VaultAnswer, 'onlyMe' | 'usedToday'>

/** *Lock* or *Hide* was used while the journal was being opened, and it stays shut. */
export class LockedMeanwhile extends Error {
  override readonly name = 'LockedMeanwhile'
}

/** As `hold`, for what a person gave the phrase or the spare page for. Throws `LockedMeanwhile`. */
export async function holdOrThrow(
  device: Device,
  use: DeviceUse,
  opened: OpenedVault,
  seen: SeenFloors,
  began: number,
): Promise<Vault> {
  const vault = await holdJournal(device, use, opened, seen, began, 'given')
  if (!vault) throw new LockedMeanwhile()
  return vault
}

/**
 * Holds an opened journal, keeps what drafts and floors need of it, and notes the day's use. `began` is the journal's `locks()` as
 * the opening began: a lock since then wins, and null is answered. Only what was given for it takes an older lock's mark away.
 */
async function holdJournal(
  device: Device,
  use: DeviceUse,
  opened: OpenedVault,
  seen: SeenFloors,
  began: number,
  by: 'given' | 'kept',
): Promise<Vault | null> {
  const { vault } = opened
  await ignoreNoStorage(
    keepOpenedFloors(device.store, opened, seen).then(() => device.store.keepRecipient(vault.uid, vault.bundle.enc)),
    undefined,
  )
  // nothing is waited for between this look and what follows from it
  if (device.journal.locks() !== began || (by === 'kept' && device.lockMark.isSet())) return null
  device.journal.open(vault, { locksWhenIdle: !use.onlyMe })
  if (by === 'given') device.lockMark.clear()
  if (!use.usedToday) await ignoreUnreachable(device.call(putSessionUse, { onlyMe: use.onlyMe }))
  return vault
}

/**
 * Lets the journal stay open on this device: half of what opens it here, half on this session's row. Either alone opens nothing. A
 * lock that comes in between takes both away again.
 */
export async function keepOpenOnDevice(device: Device, vault: Vault, sessionId: string): Promise<void> {
  const began = device.journal.locks()
  const { deviceKey, vkDev } = await makeDeviceKey(vault, sessionId)
  await ignoreUnreachable(
    device
      .call(setDeviceKey, { deviceKey })
      .then(() => ignoreNoStorage(device.store.keepWrap(vault.uid, { sessionId, vkDev }), undefined)),
  )
  if (device.journal.locks() !== began) await ignoreUnreachable(sendPendingLock(device))
}
