// The journal's list in an open tab: merges what was read so far of each list with what only this device has.
import type { Device } from '@/lib/device/device'
import { getCouple } from '@/lib/couples/contract'
import { observable } from '@/lib/observable'
import type { Vault } from '@/lib/vault/vault'
import { fetchOwnPage, fetchOwnPages } from './device'
import { readUnfinishedDrafts, type UnfinishedDraft } from '@/lib/device/drafts'
import { anyDrafts, type AnyDraft } from './draft-body'
import { sendFinished, openWaitingPages } from './outbox'
import { certainRows, listsToContinue, mergeNewest, type ListPart } from './page-list'
import type { ListedPage } from './listed-page'
import { copiesIn, unsureIn, type SharedCopies } from './shared-copies'
import { fetchSharedPage, fetchSharedPages, type OpenedSharedPage } from './sharing'

export type JournalView = Readonly<{
  /** `failed` only while nothing could be read. A later failure is in `failure`, and the pages stay. */
  state: 'opening' | 'open' | 'failed'
  failure: unknown
  /** Newest first, as far as their order is certain, without removed ones. */
  pages: readonly ListedPage[]
  /** The shared copies of the private pages among them. */
  copies: SharedCopies
  /** The private pages that name a copy of which the server handed over nothing: they may be shared, or not. */
  unsure: ReadonlySet<string>
  more: boolean
  reading: boolean
  drafts: readonly UnfinishedDraft<AnyDraft>[]
  /** The ids of the viewer's former couples, the last one first. */
  former: readonly string[]
  /** Two devices changed the same page: both versions are kept, each as a page. */
  keptTwice: boolean
}>

type PageSource = Readonly<{
  key: string
  read: ListPart<ListedPage>
  fetchPart: (after?: string) => Promise<ListPart<ListedPage>>
}>

export type JournalList = Readonly<{
  view: () => JournalView
  subscribe: (listener: () => void) => () => void
  /** Reads the newest pages and sends those that wait: when the list opens, comes to the front, or is online again. */
  refresh: () => Promise<void>
  /** Reads older pages. */
  more: () => Promise<void>
  /** Reads a page again, after it was changed on this device. */
  reread: (id: string) => Promise<void>
}>

const initialView: JournalView = {
  state: 'opening',
  failure: null,
  pages: [],
  copies: new Map(),
  unsure: new Set(),
  more: false,
  reading: false,
  drafts: [],
  former: [],
  keptTwice: false,
}

/** The list of an open journal. It reads nothing until `refresh`. */
export function makeJournalList(device: Device, vault: Vault): JournalList {
  const view = observable(initialView)
  let sources: readonly PageSource[] | null = null
  let waiting: readonly ListedPage[] = []
  /** What was asked for last, until it has run. */
  let work: Promise<void> | null = null
  const running = new Map<'refresh' | 'more', Promise<void>>()

  const fetchOwn = async (after?: string): Promise<ListPart<ListedPage>> => {
    const { rows, next } = await fetchOwnPages(device, vault, after)
    return { rows: rows.map((row) => ({ ...row, audience: 'me', waiting: false, tabOnly: false })), next }
  }
  const fetchShared =
    (coupleId: string) =>
    async (after?: string): Promise<ListPart<ListedPage>> => {
      const { rows, next } = await fetchSharedPages(device, vault, { coupleId, ...(after && { after }) })
      return { rows: rows.map(listed), next }
    }
  const listed = (row: OpenedSharedPage): ListedPage => ({ ...row, audience: 'both', mine: row.authorId === vault.uid })

  function update(change: Partial<JournalView>): void {
    const reads = (sources ?? []).map(({ read }) => read)
    const unsent = new Map(waiting.map((page) => [page.id, page]))
    const listedPages = certainRows(reads).map((page) => {
      const own = page.audience === 'me' ? unsent.get(page.id) : undefined
      if (own) unsent.delete(page.id)
      return own ? { ...own, addedAt: page.addedAt } : page
    })
    const all = [...unsent.values(), ...listedPages]
    const pages = all.filter(({ opened }) => opened.is !== 'removed')
    const more = listsToContinue(reads).length > 0
    view.set({ ...view.get(), ...change, pages, copies: copiesIn(pages), unsure: unsureIn(all), more })
  }

  async function readLocal(): Promise<void> {
    waiting = (await openWaitingPages(device, vault)).map((row) => ({ ...row, audience: 'me', waiting: true }))
    update({ drafts: await readUnfinishedDrafts(device, vault, anyDrafts) })
  }

  async function readNewest(): Promise<void> {
    const { couple, former } = await device.call(getCouple, {})
    update({ former })
    const known = new Map((sources ?? []).map((source) => [source.key, source.read]))
    const lists = [
      { key: 'me', fetchPart: fetchOwn },
      ...[...(couple ? [couple.id] : []), ...former].map((key) => ({ key, fetchPart: fetchShared(key) })),
    ]
    sources = await Promise.all(
      lists.map(async ({ key, fetchPart }) => {
        const before = known.get(key)
        const read = await fetchPart()
        return { key, fetchPart, read: before ? mergeNewest(before, read) : read }
      }),
    )
  }

  /** Runs what is asked for one after the other, so that none of it is lost or overwrites what another read. */
  const runAlone = (todo: () => Promise<void>): Promise<void> => {
    const run = (work ? work.then(todo) : todo())
      .catch((failure: unknown) => update({ failure, state: view.get().state === 'open' ? 'open' : 'failed' }))
      .finally(() => {
        if (work === run) work = null
        update({ reading: work !== null })
      })
    work = run
    return run
  }

  /** The same, but what is asked for again before it has run is run once. */
  const runOnce = (what: 'refresh' | 'more', todo: () => Promise<void>): Promise<void> => {
    const asked = running.get(what)
    if (asked) return asked
    const run = runAlone(todo).finally(() => running.delete(what))
    running.set(what, run)
    return run
  }

  return {
    view: view.get,
    subscribe: view.subscribe,
    refresh: () =>
      runOnce('refresh', async () => {
        update({ reading: true, failure: null })
        await readLocal()
        const [first] = await Promise.allSettled([readNewest()])
        const { sent, twice, failure } = await sendFinished(device, vault)
        // the first answer may be older than what was sent: the page preloads it
        if (sent.length > 0 || first.status === 'rejected') await readNewest()
        await readLocal()
        update({ state: 'open', failure, keptTwice: view.get().keptTwice || twice.length > 0 })
      }),
    more: () =>
      runOnce('more', async () => {
        update({ reading: true, failure: null })
        const lists = sources ?? []
        const toRead = listsToContinue(lists.map(({ read }) => read))
        const parts = await Promise.all(
          lists.map(({ fetchPart, read }, index) =>
            toRead.includes(index) ? fetchPart(read.next ?? undefined) : null,
          ),
        )
        sources = lists.map((source, holder) => {
          const part = parts[holder]
          return part ? { ...source, read: { rows: [...source.read.rows, ...part.rows], next: part.next } } : source
        })
      }),
    reread: async (id) => {
      const holder = sources?.find(({ read }) => read.rows.some((row) => row.id === id))
      if (!holder) return runAlone(readNewest)
      const row: ListedPage =
        holder.key === 'me'
          ? { ...(await fetchOwnPage(device, vault, id)), audience: 'me', waiting: false, tabOnly: false }
          : listed(await fetchSharedPage(device, vault, id))
      sources = (sources ?? []).map((source) =>
        source.key !== holder.key
          ? source
          : {
              ...source,
              read: { ...source.read, rows: source.read.rows.map((each) => (each.id === id ? row : each)) },
            },
      )
      update({})
    },
  }
}
