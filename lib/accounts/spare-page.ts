import { removeRecoveryCode, type Vault } from '@/lib/vault/vault'
import { setSparePage } from './contract'
import type { Device } from '@/lib/device/device'
import { saveKeyring } from '@/lib/device/save-keyring'

/** What the spare page carries while it was not saved: 8 groups of 4 characters; null afterwards, when nothing here knows it. */
export const sparePageCode = (vault: Vault): string | null => vault.keyring.recovery

/** Notes that the spare page was saved, and forgets its code. */
export async function sendSparePageSaved(device: Device, vault: Vault): Promise<Vault> {
  await device.call(setSparePage, { saved: true })
  return saveKeyring(device, vault, removeRecoveryCode)
}
