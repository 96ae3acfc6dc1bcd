// The journal's list while it is open in a tab: what was read so far of each list, as one, and what is still on this device alone.
import type { Device } from '@/lib/device/device'
import { getCouple } from '@/lib/couples/contract'
import { observable } from '@/lib/observable'
import type { Vault } from '@/lib/vault/vault'
import { fetchOwnPage, fetchOwnPages, type OwnPage } from './device'
import { unfinishedDrafts, type UnfinishedDraft } from '@/lib/device/drafts'
import { anyDrafts, type AnyDraft } from './draft-body'
import { sendFinished, openWaitingPages } from './outbox'
import { certainRows, listsToContinue, mergeNewest, type ListPart } from './page-list'
import { fetchSharedPage, fetchSharedPages, type OpenedSharedPage } from './sharing'

/** A page of the list. `waiting`: it stands on this device and not yet with the server. */
export type ListedPage =
  | (OwnPage & Readonly<{ audience: 'me'; waiting: boolean }>)
  | (OpenedSharedPage & Readonly<{ audience: 'both'; mine: boolean }>)

export type JournalView = Readonly<{
  /** `failed` only while nothing could be read; afterwards a failure stands beside what is there. */
  state: 'opening' | 'open' | 'failed'
  failure: unknown
  /** Newest first, as far as their order is certain; removed ones are not among them. */
  pages: readonly ListedPage[]
  more: boolean
  reading: boolean
  drafts: readonly UnfinishedDraft<AnyDraft>[]
  /** The couples that I was in before, the last one first. */
  former: readonly string[]
  /** A page that two devices changed: both versions were kept. */
  keptTwice: boolean
}>

type PageSource = Readonly<{
  key: string
  read: ListPart<ListedPage>
  ask: (after?: string) => Promise<ListPart<ListedPage>>
}>

export type JournalList = Readonly<{
  view: () => JournalView
  subscribe: (listener: () => void) => () => void
  /** Reads the newest of everything and sends what waits: at first, when the page comes to the front, when the network is back. */
  refresh: () => Promise<void>
  /** Reads on. */
  more: () => Promise<void>
  /** Reads one page anew, after it was changed here. */
  reread: (id: string) => Promise<void>
}>

const nothingYet: JournalView = {
  state: 'opening',
  failure: null,
  pages: [],
  more: false,
  reading: false,
  drafts: [],
  former: [],
  keptTwice: false,
}

/** The list of one open journal. It reads nothing until `refresh`. */
export function journalList(device: Device, vault: Vault): JournalList {
  const view = observable(nothingYet)
  let sources: readonly PageSource[] | null = null
  let waiting: readonly ListedPage[] = []
  let work: Promise<void> | null = null

  const own = async (after?: string): Promise<ListPart<ListedPage>> => {
    const { rows, next } = await fetchOwnPages(device, vault, after)
    return { rows: rows.map((row) => ({ ...row, audience: 'me', waiting: false })), next }
  }
  const both =
    (coupleId?: string) =>
    async (after?: string): Promise<ListPart<ListedPage>> => {
      const { rows, next } = await fetchSharedPages(device, vault, {
        ...(coupleId && { coupleId }),
        ...(after && { after }),
      })
      return { rows: rows.map(listed), next }
    }
  const listed = (row: OpenedSharedPage): ListedPage => ({ ...row, audience: 'both', mine: row.authorId === vault.uid })

  function say(change: Partial<JournalView>): void {
    const reads = (sources ?? []).map(({ read }) => read)
    const unsent = new Map(waiting.map((page) => [page.id, page]))
    const read = certainRows(reads).map((page) => {
      const mine = unsent.get(page.id)
      unsent.delete(page.id)
      return mine ? { ...mine, addedAt: page.addedAt } : page
    })
    const pages = [...unsent.values(), ...read].filter(({ opened }) => opened.is !== 'removed')
    view.set({ ...view.get(), ...change, pages, more: listsToContinue(reads).length > 0 })
  }

  async function local(): Promise<void> {
    waiting = (await openWaitingPages(device, vault)).map((row) => ({ ...row, audience: 'me', waiting: true }))
    say({ drafts: await unfinishedDrafts(device, vault, anyDrafts) })
  }

  async function newest(): Promise<void> {
    const { couple, former } = await device.call(getCouple, {})
    say({ former })
    const known = new Map((sources ?? []).map((source) => [source.key, source.read]))
    const asked = [
      { key: 'me', ask: own },
      ...[...(couple ? [couple.id] : []), ...former].map((key) => ({ key, ask: both(key) })),
    ]
    sources = await Promise.all(
      asked.map(async ({ key, ask }) => {
        const before = known.get(key)
        const read = await ask()
        return { key, ask, read: before ? mergeNewest(before, read) : read }
      }),
    )
  }

  const once = (todo: () => Promise<void>): Promise<void> => {
    work ??= todo()
      .catch((failure: unknown) => say({ failure, state: view.get().state === 'open' ? 'open' : 'failed' }))
      .finally(() => {
        work = null
        say({ reading: false })
      })
    return work
  }

  return {
    view: view.get,
    subscribe: view.subscribe,
    refresh: () =>
      once(async () => {
        say({ reading: true, failure: null })
        await local()
        const [first] = await Promise.allSettled([newest()])
        const { sent, twice, failure } = await sendFinished(device, vault)
        // the first answer may be older than what was sent: the page begins to fetch it as it loads
        if (sent.length > 0 || first.status === 'rejected') await newest()
        await local()
        say({ state: 'open', failure, keptTwice: view.get().keptTwice || twice.length > 0 })
      }),
    more: () =>
      once(async () => {
        say({ reading: true, failure: null })
        const lists = sources ?? []
        const on = listsToContinue(lists.map(({ read }) => read))
        const parts = await Promise.all(
          lists.map(({ ask, read }, index) => (on.includes(index) ? ask(read.next ?? undefined) : null)),
        )
        sources = lists.map((source, holder) => {
          const part = parts[holder]
          return part ? { ...source, read: { rows: [...source.read.rows, ...part.rows], next: part.next } } : source
        })
      }),
    reread: async (id) => {
      const holder = sources?.find(({ read }) => read.rows.some((row) => row.id === id))
      if (!holder) return once(newest)
      const row: ListedPage =
        holder.key === 'me'
          ? { ...(await fetchOwnPage(device, vault, id)), audience: 'me', waiting: false }
          : listed(await fetchSharedPage(device, vault, id))
      sources = (sources ?? []).map((source) =>
        source.key !== holder.key
          ? source
          : {
              ...source,
              read: { ...source.read, rows: source.read.rows.map((each) => (each.id === id ? row : each)) },
            },
      )
      say({})
    },
  }
}
