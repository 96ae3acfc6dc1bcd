// Opens the journal of the signed-in person: with the phrase, or without it on a device that only they use.

import type { Answer } from '@/lib/http/contract'
import { makeDeviceKey } from '@/lib/vault/device-key'
import { keepOpenedFloors } from '@/lib/vault/change-floors'
import { openWithDeviceKey, type OpenedVault, type SeenFloors } from '@/lib/vault/opening'
import { deriveTypedKeys, openWithTyped } from '@/lib/vault/typed-phrase'
import type { Vault } from '@/lib/vault/vault'
import { VaultError } from '@/lib/vault/vault-error'
import { getVault, putSessionUse, setDeviceKey } from '@/lib/accounts/contract'
import type { Device } from './device'
import { sendPendingLock } from './device-lock'
import { ignoreUnreachable, ignoreNoStorage } from './ignore-failures'
import { isOnlyMine, storeDeviceUse } from './kept-use'

type VaultAnswer = Answer<typeof getVault>

export type OpeningOptions = Readonly<{
  /** After an `EarlierState`: the person confirmed that the server was restored. */
  acceptEarlier?: boolean
  /** The journal's `locks()` when the person acted. A lock since then wins, also while this code was being loaded. */
  locks?: number
}>

/**
 * Opens the journal without the phrase, on a device that only this person uses and that was not locked. Returns null if
 * the phrase is needed. First finishes a pending lock. Throws `Problem` (signed-out), `Unreachable`, `EarlierState` and
 * what `openWithDeviceKey` throws.
 */
export async function openWithoutPhrase(
  device: Device,
  { acceptEarlier = false, locks: locksBefore = device.journal.locks() }: OpeningOptions = {},
): Promise<Vault | null> {
  const open = device.journal.vault()
  if (open) return open
  if (device.lockMark.isSet()) {
    await sendPendingLock(device)
    return null
  }
  const served = await device.call(getVault, {})
  const { personId: uid, sessionId, deviceKey, keyring } = served
  const wrap = await ignoreNoStorage(device.store.wrap(uid), null)
  const use = await useOf(device, served)
  if (!use.onlyMe || !wrap) return null
  if (deviceKey === null || wrap.sessionId !== sessionId) {
    await ignoreNoStorage(device.store.forgetWrap(uid), undefined) // its session ended or was locked elsewhere
    return null
  }
  const seen: SeenFloors = { floors: await ignoreNoStorage(device.store.floors(uid), null), acceptEarlier }
  const unlock = { uid, sessionId, deviceKey, vkDev: wrap.vkDev, keyring }
  const opened = await nullIfOtherHalf(openWithDeviceKey(unlock, seen))
  if (!opened) {
    await ignoreNoStorage(device.store.forgetWrap(uid), undefined) // whoever has this session replaced its half
    return null
  }
  // a device of before there were records: this is one from now on
  if ((await ignoreNoStorage(device.store.use(uid), null)) === null) await storeDeviceUse(device.store, uid, true)
  return holdJournal(device, use, opened, seen, locksBefore, 'device')
}

const nullIfOtherHalf = (opening: Promise<OpenedVault>): Promise<OpenedVault | null> =>
  opening.catch((error: unknown) => {
    if (error instanceof VaultError && error.code === 'wrong-device-key') return null
    throw error
  })

/**
 * Opens the journal with the phrase, on a signed-in device. Takes about 0.2 s on a desktop, a few seconds on an old
 * phone. Throws `wrong-phrase`, `EarlierState`, `profile-downgrade` and other `VaultError`s, `Problem` (signed-out),
 * `Unreachable`.
 */
export async function openByPhrase(
  device: Device,
  phrase: string,
  { acceptEarlier = false, locks: locksBefore = device.journal.locks() }: OpeningOptions = {},
): Promise<Vault> {
  if (device.lockMark.isSet()) await sendPendingLock(device)
  const served = await device.call(getVault, {})
  const highest = await ignoreNoStorage(device.store.highestProfile(served.personId), 0)
  const keys = await deriveTypedKeys(phrase, served, highest)
  const seen: SeenFloors = { floors: await ignoreNoStorage(device.store.floors(served.personId), null), acceptEarlier }
  const use = await useOf(device, served)
  const vault = await holdOrThrow(
    device,
    use,
    await openWithTyped(keys, { ...served, uid: served.personId }, seen),
    seen,
    locksBefore,
  )
  await ignoreNoStorage(device.store.keepProfile(served.personId, keys[0].kdf), undefined)
  if (use.onlyMe) await keepOpenOnDevice(device, vault, served.sessionId)
  return vault
}

/** `onlyMe` is this device's own record, or the person's choice just now, never the server's word alone. */
type UseOfDevice = Readonly<{ onlyMe: boolean; usedToday: boolean }>

/** What was chosen on this device. The server can only make it stricter. */
const useOf = async (device: Device, { personId, onlyMe, usedToday }: VaultAnswer): Promise<UseOfDevice> => ({
  onlyMe: onlyMe && (await isOnlyMine(device.store, personId)),
  usedToday,
})

/** The journal stays locked: *Lock* or *Hide* was used while it was being opened. */
export class LockedMeanwhile extends Error {
  override readonly name = 'LockedMeanwhile'
}

/** Holds a journal that the person opened with the phrase or the spare page. Throws `LockedMeanwhile`. */
export async function holdOrThrow(
  device: Device,
  use: UseOfDevice,
  opened: OpenedVault,
  seen: SeenFloors,
  locksBefore: number,
): Promise<Vault> {
  const vault = await holdJournal(device, use, opened, seen, locksBefore, 'person')
  if (!vault) throw new LockedMeanwhile()
  return vault
}

/**
 * Holds an opened journal, stores what drafts and floors need, and notes the day's use. `locksBefore` is the journal's
 * `locks()` when the opening began: after a newer lock this returns null. Only the phrase or the spare page clears the
 * mark of an older lock.
 */
async function holdJournal(
  device: Device,
  use: UseOfDevice,
  opened: OpenedVault,
  seen: SeenFloors,
  locksBefore: number,
  by: 'person' | 'device',
): Promise<Vault | null> {
  const { vault } = opened
  await ignoreNoStorage(
    keepOpenedFloors(device.store, opened, seen).then(() => device.store.keepRecipient(vault.uid, vault.bundle.enc)),
    undefined,
  )
  // no await between this check and the opening
  if (device.journal.locks() !== locksBefore || (by === 'device' && device.lockMark.isSet())) return null
  device.journal.open(vault, { locksWhenIdle: !use.onlyMe })
  if (by === 'person') device.lockMark.clear()
  if (!use.usedToday) await ignoreUnreachable(device.call(putSessionUse, { onlyMe: use.onlyMe }))
  return vault
}

/**
 * Lets the journal stay open on this device: stores half of the key on it and half in this session's row. Neither opens
 * anything alone. A lock meanwhile removes both.
 */
export async function keepOpenOnDevice(device: Device, vault: Vault, sessionId: string): Promise<void> {
  const locksBefore = device.journal.locks()
  const { deviceKey, vkDev } = await makeDeviceKey(vault, sessionId)
  await ignoreUnreachable(
    device
      .call(setDeviceKey, { deviceKey })
      .then(() => ignoreNoStorage(device.store.keepWrap(vault.uid, { sessionId, vkDev }), undefined)),
  )
  if (device.journal.locks() !== locksBefore) await ignoreUnreachable(sendPendingLock(device))
}
