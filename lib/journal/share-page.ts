// Sharing a private page: the page notes its copy first, so that no second tab, device or try makes a second copy.
import type { Device } from '@/lib/device/device'
import { readUnfinishedDrafts } from '@/lib/device/drafts'
import { ignoreNoStorage } from '@/lib/device/ignore-failures'
import { findSeenCouple } from '@/lib/device/opened-rows'
import { Problem } from '@/lib/http/problem'
import type { IntimacyType } from '@/lib/intimacy/intimacy-type'
import type { Day } from '@/lib/time/day'
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
    const { copies, withheld, unsent } = await findCopies(device, vault, own)
    const copy = copies.find((each) => each.coupleId === coupleId)
    if (copy) return { copy, again: true }
    // under the id of a copy that is missing, so that it can't become a second one
    const missing = withheld.find((each) => each.coupleId === coupleId)?.id ?? unsent
    const share = await sealShare(device, vault, { id: missing ?? randomUuid(), coupleId, page, types })
    // copies that were taken back are forgotten
    const known = [...copies, ...withheld].map(({ id }) => id)
    const still = (own.sharedAs ?? []).filter(({ id }) => id !== share.id && known.includes(id))
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

/** A copy that this device has seen and the server doesn't hand over, and the day on which it was shared. */
type WithheldCopy = Readonly<{ id: string; day: Day; coupleId: string }>

export type FoundCopies = Readonly<{
  /** The copies that are shared now, newest first. */
  copies: readonly OpenedSharedPage[]
  /**
   * Copies that are missing, newest first. A server never loses a row, and one that was taken back is still a row: so
   * it is not known whether the partner reads such a copy.
   */
  withheld: readonly WithheldCopy[]
  /** An id that the page names and that no copy had on this device: its sharing was interrupted. */
  unsent: string | null
}>

/** Finds the copies of a page. Throws `Unreachable`, `EarlierState`. */
export async function findCopies(
  device: Device,
  vault: Vault,
  { sharedAs = [] }: Pick<Page, 'sharedAs'>,
): Promise<FoundCopies> {
  const found = await Promise.all(
    [...sharedAs]
      .reverse()
      .map(async (named) => ({ named, copy: await fetchSharedPage(device, vault, named.id).catch(ignoreGone) })),
  )
  const missing = found.flatMap(({ named, copy }) => (copy === null ? [named] : []))
  const couples = await Promise.all(missing.map(({ id }) => findSeenCouple(device, vault, { magic: COPY, id })))
  return {
    copies: found.flatMap(({ copy }) =>
      copy && copy.opened.is !== 'removed' ? [withNotedDay(copy, { sharedAs })] : [],
    ),
    withheld: missing.flatMap(({ id, day }, place) => {
      const coupleId = couples[place] ?? null
      return coupleId === null ? [] : [{ id, day, coupleId }]
    }),
    unsent: missing.find((_, place) => couples[place] === null)?.id ?? null,
  }
}

const COPY = 'fivefold-entry/v1'

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
