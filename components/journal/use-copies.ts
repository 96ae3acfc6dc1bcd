'use client'
import { useLoaded } from '@/components/ui/use-loaded'
import { browserDevice } from '@/lib/device/browser-device'
import type { Page } from '@/lib/journal/page'
import { findCopies } from '@/lib/journal/share-page'
import type { OpenedSharedPage } from '@/lib/journal/sharing'
import type { Vault } from '@/lib/vault/vault'
import { useJournalList } from './use-journal-list'

const NONE: readonly OpenedSharedPage[] = []

type FoundCopies = Readonly<{
  /** Newest first; null while it is not known whether there are any. */
  copies: readonly OpenedSharedPage[] | null
  /** Why that could not be found out, or null. */
  error: unknown
  again: () => void
}>

/**
 * The shared copies of a private page. `page` is null until the page is open. A page that names no copies may have been
 * shared before pages did: then the list finds them by their words, which it reads only for one who is paired.
 */
export function useCopies(
  vault: Vault,
  { id, page, isPaired }: Readonly<{ id: string; page: Page | null; isPaired: boolean }>,
): FoundCopies {
  const readsList = isPaired && page !== null
  const { copies: listed, state } = useJournalList(vault, readsList)
  const named = page?.sharedAs ?? []
  const { value, error, again } = useLoaded(`${id} ${named.map((copy) => copy.id).join(' ')}`, async () =>
    named.length === 0 ? NONE : (await findCopies(browserDevice(), vault, { sharedAs: named })).copies,
  )
  const found = listed.get(id) ?? []
  const isKnown = value !== null && (!readsList || state !== 'opening')
  if (!isKnown && found.length === 0) return { copies: null, error, again }
  const others = (value ?? NONE).filter((copy) => !found.some((each) => each.id === copy.id))
  return { copies: [...found, ...others], error, again }
}
