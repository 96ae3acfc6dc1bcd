import type { Device } from '@/lib/device/device'
import { readUnfinishedDrafts } from '@/lib/device/drafts'
import type { Vault } from '@/lib/vault/vault'
import { pageDrafts } from './draft-body'

/** Whether this device holds a new page about the inner voice that isn't finished. Says nothing of its words. */
export async function hasUnfinishedVoice(device: Device, vault: Vault): Promise<boolean> {
  const drafts = await readUnfinishedDrafts(device, vault, pageDrafts)
  return drafts.some(({ place, body }) => place.of === null && body.writing.kind === 'voice')
}
