import { toBase64url } from './base64url'
import { random, type Blob64 } from './primitives'
import type { Vault } from './vault'
import { sealDeviceWrap } from './wraps'

/** `deviceKey` (K, base64url of 32 bytes) goes to the session's row alone, `vkDev` to this device's store alone. */
export type DeviceKey = Readonly<{ deviceKey: string; vkDev: Blob64 }>

/** For a device that only this person uses: a key of its own, bound to one session. Afterwards `openWithDeviceKey`. */
export async function makeDeviceKey({ uid, vaultKey }: Vault, sessionId: string): Promise<DeviceKey> {
  const key = random(32)
  return { deviceKey: toBase64url(key), vkDev: await sealDeviceWrap(key, uid, sessionId, vaultKey) }
}
