// The page that was finished last, in the memory of this tab. It goes with the open journal.
import { isTakenBack } from '@/components/moments/logged-moments'
import type { SendOutcome } from '@/lib/journal/outbox'
import type { Page } from '@/lib/journal/page'
import { shownEntry } from '@/lib/tab-history'
import type { Vault } from '@/lib/vault/vault'

/** `isStored`: the device has stored it. If not, only this tab holds it until it is sent. */
export type FinishedPage = Readonly<{
  id: string
  page: Page
  outcome: SendOutcome
  isStored: boolean
  /** The instant of a new page, as the list has it; null for a page that was edited. */
  addedAt: string | null
}>

type JustFinished = Readonly<{ finished: FinishedPage; entry: string }>

const noted = new WeakMap<Vault, JustFinished>()
/** The moment by which the day of a page counts, by the page's id. */
const counted = new WeakMap<Vault, Map<string, string>>()

/** Notes a page that is about to be shown at its own address, which replaces the one it was written at. */
export const noteFinished = (vault: Vault, finished: FinishedPage): void =>
  void noted.set(vault, { finished, entry: shownEntry() })

/** Forgets it: it was shared, so what comes after *Done* is over. */
export const forgetFinished = (vault: Vault): void => void noted.delete(vault)

/**
 * The page, if it was just finished in the entry of the history that is shown: there it is shown as after *Done*, also when
 * one comes back to that entry. Wherever else it is opened it is a page like any other. In a browser only.
 */
export function justFinishedHere(vault: Vault, id: string): FinishedPage | null {
  const { finished, entry } = noted.get(vault) ?? {}
  return finished?.id === id && entry === shownEntry() ? finished : null
}

/** Whether the day of a page counts by a tap in this tab, and its moment was not taken back here. */
export function isDayCounted(vault: Vault, id: string): boolean {
  const moment = counted.get(vault)?.get(id)
  return moment !== undefined && !isTakenBack(moment)
}

/** Notes the moment by which it counts. */
export function noteDayCounted(vault: Vault, id: string, momentId: string): void {
  const moments = counted.get(vault) ?? new Map<string, string>()
  counted.set(vault, moments.set(id, momentId))
}
