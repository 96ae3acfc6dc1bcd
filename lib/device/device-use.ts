import { getVault, putSessionUse } from '@/lib/accounts/contract'
import type { Device } from './device'
import { ignoreNoStorage } from './ignore-failures'
import { storeDeviceUse } from './kept-use'
import { keepOpenOnDevice } from './open-journal'

/**
 * Sets whether only this person uses this device. With `onlyMe` the journal stays open on it from now on, or from the
 * next time the phrase is entered. Without, that holds on the device at once, whatever the server answers.
 */
export async function sendDeviceUse(device: Device, uid: string, onlyMe: boolean): Promise<void> {
  const vault = device.journal.vault()
  if (!onlyMe) {
    await storeDeviceUse(device.store, uid, false)
    await ignoreNoStorage(device.store.forgetWrap(uid), undefined)
    if (vault) device.journal.open(vault, { locksWhenIdle: true })
  }
  await device.call(putSessionUse, { onlyMe })
  if (!onlyMe) return
  const { sessionId } = await device.call(getVault, {})
  await storeDeviceUse(device.store, uid, true)
  if (!vault) return
  await keepOpenOnDevice(device, vault, sessionId)
  device.journal.open(vault, { locksWhenIdle: false })
}
