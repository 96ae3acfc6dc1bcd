import 'fake-indexeddb/auto'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Device } from '@/lib/device/device'
import { sealPersonalText } from '@/lib/device/personal-text'
import { tabStore, type TabStore } from '@/lib/device/tab-store'
import { occurrenceId } from '@/lib/rituals/occurrence-id'
import { parseDay } from '@/lib/time/day'
import { paired, somebody } from '@/lib/vault/people.fixture'
import { randomUuid } from '@/lib/vault/primitives'
import { openStore } from '@/lib/vault/store'
import type { Vault } from '@/lib/vault/vault'
import type { ListedLine } from './contract'
import { fetchLines, fetchLinesBetween, type LinesQuery } from './line'
import { linesShown } from './lines-shown'

let a: Vault, b: Vault, pair: string
let store: TabStore
beforeAll(async () => {
  ;({ a, b, pair } = await paired(await somebody(), await somebody()))
})
beforeEach(async () => {
  store = tabStore(await openStore(randomUuid()))
})
afterEach(() => store.close())

const ritualId = randomUuid()
const day = parseDay('2026-11-19')

async function line(by: Vault, text: string, more: Partial<ListedLine> = {}): Promise<ListedLine> {
  const planId = more.planId ?? occurrenceId(ritualId, day)
  const version = { id: randomUuid(), rev: 1 }
  const subject = { magic: 'fivefold-line/v1', coupleId: pair, about: { plan: planId } } as const
  const sealed = await sealPersonalText(by, subject, version, text)
  return { ...version, personId: by.uid, sealed, planId, ritualId, onDate: day, plannedOn: day, ...more }
}

const answering = (...pages: (readonly ListedLine[])[]) =>
  ({
    store,
    call: async (_: unknown, { after }: { after?: string }) => {
      const page = Number(after ?? 0)
      return { rows: pages[page] ?? [], next: page + 1 < pages.length ? String(page + 1) : null }
    },
  }) as unknown as Device

const shown = async (query: Omit<LinesQuery, 'coupleId'>, ...rows: readonly ListedLine[]) =>
  linesShown((await fetchLines(answering(rows), a, { coupleId: pair, ...query })).rows).map(({ text }) => text)

test('the lines of both are opened, and an empty one is not shown', async () => {
  expect(await shown({}, await line(a, 'Rain.'), await line(b, 'Soup.'))).toEqual(['Rain.', 'Soup.'])
  expect(await shown({}, await line(a, ' '))).toEqual([])
})

test('of a ritual, only lines of its own dates are shown', async () => {
  const other = randomUuid()
  const moved = { plannedOn: parseDay('2026-11-21') }
  expect(await shown({ ritualId }, await line(a, 'Soup.'), await line(b, 'On Saturday.', moved))).toHaveLength(2)
  for (const lie of [{ planId: other }, { onDate: parseDay('2026-11-12') }, { planId: occurrenceId(other, day) }])
    expect(await shown({ ritualId }, await line(a, 'Of another one.', lie))).toEqual([])
})

test('of some days, only lines of plans of these days are shown', async () => {
  const days = { from: parseDay('2026-11-16'), to: parseDay('2026-11-22') }
  expect(await shown(days, await line(a, 'Soup.'))).toEqual(['Soup.'])
  for (const plannedOn of [parseDay('2026-11-15'), parseDay('2026-11-23')])
    expect(await shown(days, await line(a, 'Of another week.', { plannedOn }))).toEqual([])
})

test('a line of another plan than the row says is not shown', async () => {
  const row = await line(b, 'Soup.')
  expect(await shown({}, { ...row, planId: randomUuid(), ritualId: null })).toEqual([])
})

test('all pages of some days are read, to an end that the server can’t put off', async () => {
  const days = { coupleId: pair, from: day, to: day }
  const rows = await fetchLinesBetween(answering([await line(a, 'One.')], [await line(b, 'Two.')]), a, days)
  expect(linesShown(rows).map(({ text }) => text)).toEqual(['One.', 'Two.'])
  const same = await line(a, 'One.')
  const endless = { store, call: async () => ({ rows: [same], next: '1' }) } as unknown as Device
  expect(await fetchLinesBetween(endless, a, days)).toHaveLength(1)
})
