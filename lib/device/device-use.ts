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
  if (!onlyMe) {
    await storeDeviceUse(device.store, uid, false)
    await ignoreNoStorage(device.store.forgetWrap(uid), undefined)
    holdAs(device, { locksWhenIdle: true })
  }
  await device.call(putSessionUse, { onlyMe })
  if (!onlyMe) return
  const { sessionId } = await device.call(getVault, {})
  await storeDeviceUse(device.store, uid, true)
  const vault = device.journal.vault()
  if (vault) await keepOpenOnDevice(device, vault, sessionId)
  holdAs(device, { locksWhenIdle: false })
}

/** Holds on to the journal that is open by now: it may have been locked meanwhile, or its keyring changed. */
function holdAs({ journal }: Device, use: Readonly<{ locksWhenIdle: boolean }>): void {
  const vault = journal.vault()
  if (vault) journal.open(vault, use)
}
