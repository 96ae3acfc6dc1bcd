'use client'
import { useLoaded } from '@/components/ui/use-loaded'
import { browserDevice } from '@/lib/device/browser-device'
import type { Page } from '@/lib/journal/page'
import { findCopies, type FoundCopies } from '@/lib/journal/share-page'
import type { OpenedSharedPage } from '@/lib/journal/sharing'
import type { Vault } from '@/lib/vault/vault'
import { useJournalList } from './use-journal-list'

const NONE: FoundCopies = { copies: [], withheld: [], unsent: null }

type KnownCopies = Readonly<{
  /** Newest first; null while it is not known whether there are any. */
  copies: readonly OpenedSharedPage[] | null
  /** Copies that the server doesn't hand over. */
  withheld: FoundCopies['withheld']
  /** Why that could not be found out, or null: also while the list may still find it out. */
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
): KnownCopies {
  const readsList = isPaired && page !== null
  const { copies: listed, state } = useJournalList(vault, readsList)
  const named = page?.sharedAs ?? []
  const { value, error, again } = useLoaded(`${id} ${named.map((copy) => copy.id).join(' ')}`, async () =>
    named.length === 0 ? NONE : findCopies(browserDevice(), vault, { sharedAs: named }),
  )
  const found = listed.get(id) ?? []
  const { copies, withheld } = value ?? NONE
  const isListKnown = !readsList || state !== 'opening'
  // what the list finds replaces a failure, and would take its button from under a finger
  if ((value === null || !isListKnown) && found.length === 0)
    return { copies: null, withheld, error: isListKnown ? error : null, again }
  const others = copies.filter((copy) => !found.some((each) => each.id === copy.id))
  const missing = withheld.filter((copy) => !found.some((each) => each.id === copy.id))
  return { copies: [...found, ...others], withheld: missing, error, again }
}
