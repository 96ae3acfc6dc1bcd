import { removeRecoveryCode, type Vault } from '@/lib/vault/vault'
import { setSparePage } from './contract'
import type { Device } from '@/lib/device/device'
import { saveKeyring } from '@/lib/device/save-keyring'

/**
 * The code on the spare page, 8 groups of 4 characters; null once the page was saved, because no device keeps it then.
 */
export const sparePageCode = (vault: Vault): string | null => vault.keyring.recovery

/** Notes that the spare page was saved, and removes its code from the keyring. */
export async function sendSparePageSaved(device: Device, vault: Vault): Promise<Vault> {
  await device.call(setSparePage, { saved: true })
  return saveKeyring(device, vault, removeRecoveryCode)
}
