// Who uses this device, as the person chose on it. The server knows the choice too, but can only make it stricter.
import type { DeviceStore } from '@/lib/vault/store'
import { ignoreNoStorage } from './ignore-failures'

/** Stores the choice. A browser without storage has none, and asks for the phrase each time. */
export const storeDeviceUse = (store: DeviceStore, uid: string, onlyMe: boolean): Promise<void> =>
  ignoreNoStorage(store.keepUse(uid, onlyMe ? 'only-me' : 'others-too'), undefined)

/**
 * Whether only this person uses this device. Without a record others use it too. A wrap of before there were records is
 * one: it is stored where the journal stays open.
 */
export async function isOnlyMine(store: DeviceStore, uid: string): Promise<boolean> {
  const use = await ignoreNoStorage(store.use(uid), null)
  if (use !== null) return use === 'only-me'
  return (await ignoreNoStorage(store.wrap(uid), null)) !== null
}
