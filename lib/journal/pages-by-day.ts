// One's own private pages by day: what Today and Week show to a person who is alone, and what the private layer of Lately
// counts. It asks the server for the journal's list and for nothing else, so no request tells more than reading it does.
import type { Device } from '@/lib/device/device'
import { readOpenedIndex } from '@/lib/device/opened-index'
import type { IntimacyType } from '@/lib/intimacy/intimacy-type'
import { addDays, dayOfUtc, type Day } from '@/lib/time/day'
import type { Vault } from '@/lib/vault/vault'
import { fetchOwnPages, type OwnPage } from './device'
import { firstWordsOf, TWO_LINES, type FirstWords } from './first-words'
import { openWaitingPages } from './outbox'

/** A private page as lists by day show it. */
export type DayPage = Readonly<{ id: string; day: Day; types: readonly IntimacyType[]; words: FirstWords }>

export type PagesByDay = Readonly<{
  /** Newest day first; of one day the newest page first. */
  pages: readonly DayPage[]
  /** From this day on every page is here. Null: only what was opened on this device before. */
  wholeFrom: Day | null
  /** The day of the first page of all, where the list was read to its end and has one; else null. */
  firstDay: Day | null
  /** Every page of the journal is here that could be opened. */
  isAll: boolean
  /** Some pages could not be opened here, and are left out. */
  hasUnopened: boolean
  /** Why no more could be read; null without a failure. */
  failure: unknown
}>

/** How many requests one picture makes at most: 30 pages each. */
const MOST_REQUESTS = 40

/**
 * A page's day is never after the day it was added, by the writer's clock then. This many days of room are for time
 * zones, and for a clock that was a little ahead.
 */
const ROOM = 2

type ListRead = Readonly<{ rows: readonly OwnPage[]; isWhole: boolean; end: Day | null; failure: unknown }>

/**
 * Fetches the viewer's private pages back to the day `since`, and adds what this device knows: pages that wait to be
 * sent, and those of its index, which are all that is left without a network. Never throws for a failed request: what it
 * covers says `wholeFrom`.
 */
export async function fetchPagesSince(device: Device, vault: Vault, since: Day): Promise<PagesByDay> {
  const list = await readList(device, vault, since)
  const [waiting, index] = await Promise.all([openWaitingPages(device, vault), readOpenedIndex(device, vault)])
  const known = index.filter(({ kind, author }) => kind === 'page' && author === vault.uid)
  const pages = mergePages(
    waiting,
    list.rows,
    known.map(({ id, day, types, words, isVoice }) => ({ id, day, types, words: { text: words, isVoice } })),
  )
  const isAll = list.isWhole && list.end === null
  return {
    pages,
    wholeFrom: list.isWhole ? since : list.end === null ? null : addDays(list.end, ROOM),
    firstDay: isAll ? (pages.at(-1)?.day ?? null) : null,
    isAll,
    hasUnopened: list.rows.some(({ opened }) => opened.is === 'failed'),
    failure: list.failure,
  }
}

/** Reads the list from its newest row. `end` is the day on which the last row read was added; null at the list's end. */
async function readList(device: Device, vault: Vault, since: Day): Promise<ListRead> {
  const rows: OwnPage[] = []
  const end = () => {
    const last = rows.at(-1)
    return last ? dayOfUtc(Date.parse(last.addedAt)) : null
  }
  let after: string | undefined
  for (let request = 0; request < MOST_REQUESTS; request++) {
    try {
      const { rows: read, next } = await fetchOwnPages(device, vault, after)
      rows.push(...read)
      if (next === null) return { rows, isWhole: true, end: null, failure: null }
      after = next
    } catch (failure) {
      return { rows, isWhole: false, end: end(), failure }
    }
    const reached = end()
    if (reached !== null && addDays(reached, ROOM) <= since) return { rows, isWhole: true, end: reached, failure: null }
  }
  return { rows, isWhole: false, end: end(), failure: null }
}

type OpenedPage = Pick<OwnPage, 'id' | 'opened'>

/**
 * Merges what waits to be sent, what was fetched, and what this device knew, each newest first. Of one page the first of
 * these counts, so that a removed or changed page is not shown as it was.
 */
export function mergePages(
  waiting: readonly OpenedPage[],
  fetched: readonly OpenedPage[],
  known: readonly DayPage[],
): readonly DayPage[] {
  const pages = new Map<string, DayPage | null>()
  for (const { id, opened } of [...waiting, ...fetched]) {
    if (pages.has(id)) continue
    const page = opened.is === 'text' ? opened.text : null
    pages.set(id, page && { id, day: page.day, types: page.types, words: firstWordsOf(page.writing, TWO_LINES) })
  }
  for (const page of known) if (!pages.has(page.id)) pages.set(page.id, page)
  // sorting is stable: of one day the order stays
  return [...pages.values()].flatMap((page) => page ?? []).sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))
}
