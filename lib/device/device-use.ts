import { getVault, putSessionUse } from '@/lib/accounts/contract'
import type { Device } from './device'
import { ignoreNoStorage } from './ignore-failures'
import { keepOpenOnDevice } from './open-journal'

/** Says who else uses this device. Only me: the journal stays open here from now on, or from the next time the phrase is given. */
export async function sendDeviceUse(device: Device, onlyMe: boolean): Promise<void> {
  await device.call(putSessionUse, { onlyMe })
  const { personId: uid, sessionId } = await device.call(getVault, {})
  const vault = device.journal.vault()
  if (!onlyMe) await ignoreNoStorage(device.store.forgetWrap(uid), undefined)
  else if (vault) await keepOpenOnDevice(device, vault, sessionId)
  if (vault) device.journal.open(vault, { locksWhenIdle: !onlyMe })
}
