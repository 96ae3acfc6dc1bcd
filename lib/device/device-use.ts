import { getVault, putSessionUse } from '@/lib/accounts/contract'
import type { Device } from './device'
import { ignoreNoStorage } from './ignore-failures'
import { keepOpenOnDevice } from './open-journal'

/**
 * Sets whether only this person uses this device. With `onlyMe` the journal stays open on it from now on, or from the
 * next time the phrase is entered.
 */
export async function sendDeviceUse(device: Device, onlyMe: boolean): Promise<void> {
  await device.call(putSessionUse, { onlyMe })
  const { personId: uid, sessionId } = await device.call(getVault, {})
  const vault = device.journal.vault()
  if (!onlyMe) await ignoreNoStorage(device.store.forgetWrap(uid), undefined)
  else if (vault) await keepOpenOnDevice(device, vault, sessionId)
  if (vault) device.journal.open(vault, { locksWhenIdle: !onlyMe })
}
