// Sharing a private page: the page notes its copy first, so that no second tab, device or try makes a second copy.
import type { Device } from '@/lib/device/device'
import { readUnfinishedDrafts } from '@/lib/device/drafts'
import { ignoreNoStorage } from '@/lib/device/ignore-failures'
import { Problem } from '@/lib/http/problem'
import type { IntimacyType } from '@/lib/intimacy/intimacy-type'
import { draftRecipientOf, sealDraft } from '@/lib/vault/draft'
import { randomUuid } from '@/lib/vault/primitives'
import type { JsonObject } from '@/lib/vault/strict-json'
import type { Vault } from '@/lib/vault/vault'
import { fetchOwnPage, sendNextPage } from './device'
import { pageDrafts } from './draft-body'
import { openWaitingPages, sendFinished } from './outbox'
import type { Page } from './page'
import { withNotedDay } from './shared-copies'
import { fetchSharedPage, sealShare, sendShare, type NewSharedPage, type OpenedSharedPage } from './sharing'

type Share = Readonly<{
  /** The private page. */
  pageId: string
  coupleId: string
  page: NewSharedPage
  types: readonly IntimacyType[]
}>

/** `again`: the page was shared already, and this is that copy. Nothing was sent. */
export type Shared = Readonly<{ copy: OpenedSharedPage; again: boolean }>

const TRIES = 3

/**
 * Shares a private page as a new object. First the private page's next version names the copy: of two attempts at once
 * one gets a newer version, and finds the copy there. Throws `Problem` (not-found, not-paired), `Unreachable`,
 * `no-pinned-partner`, `too-long`.
 */
export async function sharePage(
  device: Device,
  vault: Vault,
  { pageId, coupleId, page, types }: Share,
): Promise<Shared> {
  const { failure } = await sendFinished(device, vault)
  // what waits may be another page, which the server refuses
  if (failure && (await openWaitingPages(device, vault)).some(({ id }) => id === pageId)) throw failure
  for (let tries = 1; ; tries++) {
    const row = await fetchOwnPage(device, vault, pageId)
    if (row.opened.is !== 'text') throw new Problem('not-found')
    const own = row.opened.text
    const { copies, unsent } = await findCopies(device, vault, own)
    const copy = copies.find((each) => each.coupleId === coupleId)
    if (copy) return { copy, again: true }
    const share = await sealShare(device, vault, { id: unsent ?? randomUuid(), coupleId, page, types })
    // copies that were taken back are forgotten
    const still = (own.sharedAs ?? []).filter(({ id }) => copies.some((each) => each.id === id))
    const sharedAs = [...still, { id: share.id, day: share.day }]
    try {
      await nameCopy(device, vault, row, { ...own, sharedAs })
    } catch (error) {
      if (error instanceof Problem && error.code === 'version-changed' && tries < TRIES) continue
      throw error
    }
    return { copy: await sendShare(device, vault, share), again: false }
  }
}

/**
 * Finds the copies of a page that are shared now, newest first. `unsent` is an id that the page names and that no copy
 * has: its sharing was interrupted. Throws `Unreachable`, `EarlierState`.
 */
export async function findCopies(
  device: Device,
  vault: Vault,
  { sharedAs = [] }: Pick<Page, 'sharedAs'>,
): Promise<{ copies: OpenedSharedPage[]; unsent: string | null }> {
  const found = await Promise.all(
    [...sharedAs]
      .reverse()
      .map(async ({ id }) => ({ id, copy: await fetchSharedPage(device, vault, id).catch(ignoreGone) })),
  )
  return {
    copies: found.flatMap(({ copy }) =>
      copy && copy.opened.is !== 'removed' ? [withNotedDay(copy, { sharedAs })] : [],
    ),
    unsent: found.find(({ copy }) => copy === null)?.id ?? null,
  }
}

function ignoreGone(error: unknown): null {
  if (error instanceof Problem && error.code === 'not-found') return null
  throw error
}

async function nameCopy(
  device: Device,
  vault: Vault,
  { id, rev: before }: Readonly<{ id: string; rev: number }>,
  page: Page,
): Promise<void> {
  await sendNextPage(device, vault, { id, rev: before, page })
  await carryDrafts(device, vault, id, before, page)
}

/** An edit of the page that is unfinished on this device goes on from the new version, whose words are the same. */
async function carryDrafts(device: Device, vault: Vault, id: string, before: number, page: Page): Promise<void> {
  const recipient = draftRecipientOf(vault)
  for (const { place, body, savedAt } of await readUnfinishedDrafts(device, vault, pageDrafts)) {
    if (place.of !== id || body.base !== before) continue
    const carried = JSON.parse(JSON.stringify({ ...body, base: before + 1, sharedAs: page.sharedAs })) as JsonObject
    const sealed = await sealDraft(recipient, { id: place.id, of: id, body: carried })
    const draft = { id: place.id, of: id, sealed, savedAt: savedAt.getTime() }
    await ignoreNoStorage(device.store.keepDraft(vault.uid, draft), undefined)
  }
}
