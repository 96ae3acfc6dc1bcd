// The vault key (VK) wrapped in three ways. Each AAD names the person and the purpose, so that no wrap passes for
// another.

import type { Bytes } from './base64url'
import type { PhraseKeys } from './derive'
import { importAesKey, encodeLabel, openBlob, sealBlob, type Blob64 } from './primitives'
import type { RecoveryKeys } from './recovery-code'
import { VaultError, type VaultErrorCode } from './vault-error'

const phraseLabel = (uid: string, { kdf, salt }: PhraseKeys) => encodeLabel('vk-pw', uid, kdf, salt)
const recoveryLabel = (uid: string) => encodeLabel('vk-rec', uid)
const deviceLabel = (uid: string, sessionId: string) => encodeLabel('vk-dev', uid, sessionId)

async function openWrap(key: CryptoKey, wrap: string, label: Bytes, code: VaultErrorCode): Promise<Bytes> {
  const vaultKey = await openBlob(key, wrap, label, code)
  if (vaultKey.length !== 32) throw new VaultError(code)
  return vaultKey
}

/** Wraps the vault key under a phrase's key. */
export const sealPhraseWrap = (keys: PhraseKeys, uid: string, vaultKey: Bytes): Promise<Blob64> =>
  sealBlob(keys.wrapKey, vaultKey, phraseLabel(uid, keys))

/** Opens a phrase's wrap. Throws `wrong-phrase`. */
export const openPhraseWrap = (keys: PhraseKeys, uid: string, vkPw: string): Promise<Bytes> =>
  openWrap(keys.wrapKey, vkPw, phraseLabel(uid, keys), 'wrong-phrase')

/** Wraps the vault key under a recovery code's key. */
export const sealRecoveryWrap = (keys: RecoveryKeys, uid: string, vaultKey: Bytes): Promise<Blob64> =>
  sealBlob(keys.wrapKey, vaultKey, recoveryLabel(uid))

/** Opens a recovery code's wrap. Throws `wrong-recovery-code`. */
export const openRecoveryWrap = (keys: RecoveryKeys, uid: string, vkRec: string): Promise<Bytes> =>
  openWrap(keys.wrapKey, vkRec, recoveryLabel(uid), 'wrong-recovery-code')

/** Wraps the vault key under K (32 bytes), which is stored in the session's row and not on the device. */
export const sealDeviceWrap = async (key: Bytes, uid: string, sessionId: string, vaultKey: Bytes): Promise<Blob64> =>
  sealBlob(await importAesKey(key), vaultKey, deviceLabel(uid, sessionId))

/** Opens a device's wrap. Throws `wrong-device-key`. */
export const openDeviceWrap = async (key: Bytes, uid: string, sessionId: string, vkDev: string): Promise<Bytes> =>
  openWrap(await importAesKey(key), vkDev, deviceLabel(uid, sessionId), 'wrong-device-key')
