// What writing starts from: a new page, an unfinished draft, or a page to edit.
import type { Device } from '@/lib/device/device'
import { randomUuid } from '@/lib/vault/primitives'
import type { Vault } from '@/lib/vault/vault'
import type { EntryKind } from './contract'
import { todayOf } from './device'
import { readUnfinishedDrafts, type DraftPlace, type Saving } from '@/lib/device/drafts'
import { pageDrafts, type PageDraft } from './draft-body'
import { openOwnPage } from './outbox'
import { emptyReflection, emptyVoice } from './page'

/** What writing starts from. `id` is the page's; `resumed` says that the text comes from a draft on this device, saved as `saving` says. */
export type Beginning = Readonly<{
  id: string
  place: DraftPlace
  body: PageDraft
  resumed: boolean
  saving?: Saving
}>

/** Starts a new page, dated today until its first word. The page will have its draft's id. */
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

/**
 * Continues the given draft of a new page, else the newest draft of this kind, else starts a new page. Throws
 * `part-not-loaded`.
 */
export async function beginWriting(
  device: Device,
  vault: Vault,
  kind: EntryKind,
  draftId: string | null,
): Promise<Beginning> {
  for (const { place, body, saving } of await readUnfinishedDrafts(device, vault, pageDrafts)) {
    if (place.of !== null || body.writing.kind !== kind) continue
    if (draftId === null || place.id === draftId) return { id: place.id, place, body, resumed: true, saving }
  }
  return startPage(device, kind)
}

/**
 * Starts editing a page, from its draft on this device if there is one. Null where the page was removed or can't be
 * opened. Throws `Problem` (not-found), `Unreachable`, `EarlierState`.
 */
export async function beginEditing(device: Device, vault: Vault, id: string): Promise<Beginning | null> {
  const page = await openOwnPage(device, vault, id)
  if (page.opened.is !== 'text') return null
  const { writing, types, day, sharedAs } = page.opened.text
  for (const { place, body, saving } of await readUnfinishedDrafts(device, vault, pageDrafts)) {
    if (place.of === id && body.writing.kind === writing.kind) return { id, place, body, resumed: true, saving }
  }
  const body: PageDraft = { is: 'page', writing, types: [...types], day, base: page.rev, sharedAs }
  return { id, place: { id: randomUuid(), of: id, sealed: null }, body, resumed: false }
}
