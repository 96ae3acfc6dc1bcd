import type { Device } from '@/lib/accounts/device'
import { readFormerRows, type FormerKey } from '@/lib/couples/former-rows'
import type { Vault } from '@/lib/vault/vault'
import { readMoments, type OpenedMoment } from './device'

export type { FormerKey }

/** My moments of former couples, as `readFormerRows`. Throws as `readMoments`. */
export const readFormerMoments = (device: Device, vault: Vault, key: FormerKey, limit?: number): Promise<{ rows: OpenedMoment[]; next: FormerKey | null }> =>
  readFormerRows((asked) => readMoments(device, vault, asked), key, limit)
