import { toBase64url } from './base64url'
import { random, type Blob64 } from './primitives'
import type { Vault } from './vault'
import { sealDeviceWrap } from './wraps'

/** `deviceKey` (K, base64url of 32 bytes) is stored only in the session's row, `vkDev` only on this device. */
export type DeviceKey = Readonly<{ deviceKey: string; vkDev: Blob64 }>

/** Makes a key for a device that only this person uses, bound to one session. `openWithDeviceKey` uses it. */
export async function makeDeviceKey({ uid, vaultKey }: Vault, sessionId: string): Promise<DeviceKey> {
  const key = random(32)
  return { deviceKey: toBase64url(key), vkDev: await sealDeviceWrap(key, uid, sessionId, vaultKey) }
}
