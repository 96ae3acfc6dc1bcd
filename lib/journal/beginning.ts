// Where writing begins: a new page, a draft one was in the middle of, or a page to edit.
import type { Device } from '@/lib/device/device'
import { randomUuid } from '@/lib/vault/primitives'
import type { Vault } from '@/lib/vault/vault'
import type { EntryKind } from './contract'
import { todayOf } from './device'
import { unfinishedDrafts, type DraftPlace } from '@/lib/device/drafts'
import { pageDrafts, type PageDraft } from './draft-body'
import { openOwnPage } from './outbox'
import { emptyReflection, emptyVoice } from './page'

/** `id` is the page's; `resumed` says that the words come from a draft of this device. */
export type Beginning = Readonly<{ id: string; place: DraftPlace; body: PageDraft; resumed: boolean }>

/** Of a new page its draft has the same id. */
export function startPage(device: Device, kind: EntryKind): Beginning {
  const id = randomUuid()
  const writing = kind === 'voice' ? emptyVoice : emptyReflection
  return {
    id,
    place: { id, of: null, sealed: null },
    body: { is: 'page', writing, types: [], day: todayOf(device), base: 0 },
    resumed: false,
  }
}

/** Goes on with the named draft of a new page, or with the newest of this kind, or begins. Throws `part-not-loaded`. */
export async function beginWriting(
  device: Device,
  vault: Vault,
  kind: EntryKind,
  draftId: string | null,
): Promise<Beginning> {
  for (const { place, body } of await unfinishedDrafts(device, vault, pageDrafts)) {
    if (place.of !== null || body.writing.kind !== kind) continue
    if (draftId === null || place.id === draftId) return { id: place.id, place, body, resumed: true }
  }
  return startPage(device, kind)
}

/**
 * Edits a page: as it stands, or as a draft of this device has it. Null where the page was removed or can't be opened. Throws
 * `Problem` (not-found), `Unreachable`, `EarlierState`.
 */
export async function beginEditing(device: Device, vault: Vault, id: string): Promise<Beginning | null> {
  const page = await openOwnPage(device, vault, id)
  if (page.opened.is !== 'text') return null
  const { writing, types, day } = page.opened.text
  for (const { place, body } of await unfinishedDrafts(device, vault, pageDrafts)) {
    if (place.of === id && body.writing.kind === writing.kind) return { id, place, body, resumed: true }
  }
  const body: PageDraft = { is: 'page', writing, types: [...types], day, base: page.rev }
  return { id, place: { id: randomUuid(), of: id, sealed: null }, body, resumed: false }
}
