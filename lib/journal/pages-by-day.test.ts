import 'fake-indexeddb/auto'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Device } from '@/lib/device/device'
import { tabStore, type TabStore } from '@/lib/device/tab-store'
import { Unreachable } from '@/lib/http/call'
import { addDays, parseDay } from '@/lib/time/day'
import { somebody } from '@/lib/vault/people.fixture'
import { randomUuid } from '@/lib/vault/primitives'
import { openStore } from '@/lib/vault/store'
import type { Vault } from '@/lib/vault/vault'
import { sealPage } from './device'
import type { Page } from './page'
import { fetchPagesSince, mergePages } from './pages-by-day'

const today = parseDay('2026-11-24')
let me: Vault
let store: TabStore
beforeAll(async () => {
  me = await somebody()
})
beforeEach(async () => {
  store = tabStore(await openStore(randomUuid()))
  await store.keepRecipient(me.uid, me.bundle.enc)
})
afterEach(() => store.close())

type Added = Readonly<{ addedDaysAgo: number; daysAgo?: number; text: string }>

const rowOf = async ({ addedDaysAgo, daysAgo = addedDaysAgo, text }: Added) => {
  const id = randomUuid()
  const page: Page = { day: addDays(today, -daysAgo), types: ['emotional'], writing: { kind: 'reflection', text } }
  return {
    id,
    rev: 1,
    addedAt: `${addDays(today, -addedDaysAgo)}T12:00:00.000Z`,
    sealed: await sealPage(me, id, 1, page),
  }
}

/** A server whose list has these pages, newest first, two a request; `fails`: from that request on it can't be reached. */
async function listing(pages: readonly Added[], fails = Infinity) {
  const rows = await Promise.all(pages.map(rowOf))
  const asked: unknown[] = []
  const device = {
    store,
    call: async (contract: { path: string }, input: { after?: string }) => {
      if (asked.length >= fails) throw new Unreachable('lost')
      asked.push([contract.path, input])
      const start = Number(input.after ?? 0)
      return { rows: rows.slice(start, start + 2), next: start + 2 < rows.length ? String(start + 2) : null }
    },
  } as unknown as Device
  return { device, asked }
}

const texts = (pages: Awaited<ReturnType<typeof fetchPagesSince>>) => pages.pages.map(({ words }) => words.text)

const written: readonly Added[] = [
  { addedDaysAgo: 0, text: 'today' },
  { addedDaysAgo: 1, daysAgo: 20, text: 'of an earlier day, added late' },
  { addedDaysAgo: 3, text: 'three days ago' },
  { addedDaysAgo: 9, text: 'nine days ago' },
  { addedDaysAgo: 30, text: 'a month ago' },
]

test('the list is read back to the day asked for and not further, by its own requests alone', async () => {
  const { device, asked } = await listing(written)
  const read = await fetchPagesSince(device, me, addDays(today, -5))
  expect(texts(read)).toEqual(['today', 'three days ago', 'nine days ago', 'of an earlier day, added late'])
  expect(read).toMatchObject({ wholeFrom: addDays(today, -5), firstDay: null, failure: null })
  expect(asked).toEqual([
    ['/api/entries', { limit: 30 }],
    ['/api/entries', { after: '2', limit: 30 }],
  ])
})

test('at the list’s end the first page’s day is known', async () => {
  const { device } = await listing(written)
  const read = await fetchPagesSince(device, me, addDays(today, -60))
  expect(texts(read)).toHaveLength(5)
  expect(read).toMatchObject({ wholeFrom: addDays(today, -60), firstDay: addDays(today, -30) })
  const empty = await listing([])
  expect(await fetchPagesSince(empty.device, me, today)).toMatchObject({ pages: [], firstDay: null, wholeFrom: today })
})

test('a lost request ends it: what is covered is said, and nothing is thrown', async () => {
  const { device } = await listing(written, 1)
  const read = await fetchPagesSince(device, me, addDays(today, -60))
  expect(read.failure).toBeInstanceOf(Unreachable)
  expect(texts(read)).toEqual(['today', 'of an earlier day, added late'])
  expect(read.wholeFrom).toBe(addDays(today, 1)) // two days after the last one that was read
  expect((await fetchPagesSince((await listing(written, 0)).device, me, today)).wholeFrom).toBeNull()
})

test('of a page that waits, was fetched and is known the newest counts, and a removed one is not there', () => {
  const [waits, fetched, removed, known] = [randomUuid(), randomUuid(), randomUuid(), randomUuid()]
  const page = (text: string): Page => ({ day: today, types: [], writing: { kind: 'reflection', text } })
  const opened = (text: string) => ({ is: 'text', text: page(text) }) as const
  const noted = (id: string) => ({ id, day: today, types: [], words: { text: 'as it was', isVoice: false } })
  const merged = mergePages(
    [{ id: waits, opened: opened('waits') }],
    [
      { id: waits, opened: opened('before') },
      { id: fetched, opened: opened('fetched') },
      { id: removed, opened: { is: 'removed' } },
    ],
    [waits, fetched, removed, known].map(noted),
  )
  expect(merged.map(({ words }) => words.text)).toEqual(['waits', 'fetched', 'as it was'])
})
