import type { Device } from '@/lib/device/device'
import { ignoreNoStorage } from '@/lib/device/ignore-failures'
import { saveKeyring } from '@/lib/device/save-keyring'
import { deriveRecoveryKeys, makeRecoveryCode } from '@/lib/vault/recovery-code'
import { deriveTypedKeys, withTypedKeys } from '@/lib/vault/typed-phrase'
import { removeRecoveryCode, type Vault } from '@/lib/vault/vault'
import { openPhraseWrap, sealRecoveryWrap } from '@/lib/vault/wraps'
import { getVault, putSparePageCode, setSparePage } from './contract'

/**
 * The code on the spare page, 8 groups of 4 characters; null once the page was saved, because no device keeps it then.
 */
export const sparePageCode = (vault: Vault): string | null => vault.keyring.recovery

/**
 * Notes that the spare page of this vault was saved, and removes its code from the keyring, both at once. Where another
 * device has made a newer page, nothing is noted: the returned vault holds the code of that one.
 */
export const sendSparePageSaved = (device: Device, vault: Vault): Promise<Vault> =>
  saveKeyring(
    device,
    vault,
    (keyring) => (keyring.recovery === sparePageCode(vault) ? removeRecoveryCode(keyring) : keyring),
    (to, { keyring, signature, ifMatch }) => to.call(setSparePage, { keyring, signature, ifMatch }),
  )

/**
 * Makes a new spare page, whose code the returned vault holds. The former page opens nothing from then on. The phrase
 * is asked again, so that an open device alone can't do it. Throws `wrong-phrase`, `keyring-busy`, `EarlierState`,
 * `Problem` (not-known if the phrase was changed meanwhile, slow-down), `Unreachable`.
 */
export async function sendNewSparePage(device: Device, vault: Vault, phrase: string): Promise<Vault> {
  const { kdf, salt, vkPw } = await device.call(getVault, {})
  const { uid, vaultKey } = vault
  const highest = await ignoreNoStorage(device.store.highestProfile(uid), 0)
  // a wrong phrase is found here, without a counted try
  const { authKey } = await withTypedKeys(await deriveTypedKeys(phrase, { kdf, salt }, highest), async (keys) => {
    await openPhraseWrap(keys, uid, vkPw)
    return keys
  })
  const code = makeRecoveryCode()
  const { recoveryAuth, wrapKey } = await deriveRecoveryKeys(code)
  const vkRec = await sealRecoveryWrap({ recoveryAuth, wrapKey }, uid, vaultKey)
  return saveKeyring(
    device,
    vault,
    (keyring) => ({ ...keyring, recovery: code }),
    (to, { keyring, ifMatch }) => to.call(putSparePageCode, { authKey, vkRec, recoveryAuth, keyring, ifMatch }),
  )
}
