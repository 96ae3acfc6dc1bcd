import 'fake-indexeddb/auto'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { fetchSharedPages } from '@/lib/journal/sharing'
import { fetchMoments, sealMoment } from '@/lib/moments/device'
import { parseDay } from '@/lib/time/day'
import { sealFloors } from '@/lib/vault/floors'
import { paired, somebody } from '@/lib/vault/people.fixture'
import { randomUuid } from '@/lib/vault/primitives'
import { sealText } from '@/lib/vault/sealed-text'
import { openStore } from '@/lib/vault/store'
import type { Vault } from '@/lib/vault/vault'
import { EarlierState } from '@/lib/vault/vault-error'
import type { Device } from './device'
import { tabStore, type TabStore } from './tab-store'

let a: Vault, b: Vault, pair: string
let store: TabStore
beforeAll(async () => {
  ;({ a, b, pair } = await paired(await somebody(), await somebody()))
})
beforeEach(async () => {
  store = tabStore(await openStore(randomUuid()))
})
afterEach(() => store.close())

const day = parseDay('2026-11-24')
const addedAt = '2026-11-24T12:00:00.000Z'

/** The reader's device, whose server answers a list with these rows. */
const answering = (rows: readonly unknown[]) =>
  ({ store, call: async () => ({ rows, next: null }) }) as unknown as Device

async function momentRow(by: Vault, id: string, rev: number, words = 'The herons.') {
  const details = { types: ['physical'], day, who: 'me', words } as const
  const sealed = await sealMoment(by, { id, coupleId: pair, rev }, details)
  const parts = [{ personId: by.uid, takenOut: false }]
  const { types, who } = details
  return { id, coupleId: pair, authorId: by.uid, rev, day, types, who, removed: false, sealed, addedAt, parts }
}

async function pageRow(by: Vault, id: string, rev: number) {
  const meta = { types: [], day, kind: 'reflection' }
  const body = { text: 'Soup.', wants: 'listen' }
  const sealed = await sealText(by, { magic: 'fivefold-entry/v1', id, rev, visibility: 'shared', pair, meta, body })
  return { id, coupleId: pair, authorId: by.uid, rev, ...meta, removed: false, sealed, addedAt }
}

const readMoments = async (rows: readonly unknown[]) =>
  (await fetchMoments(answering(rows), a, { coupleId: pair })).rows.map(({ opened }) => opened.is)
const readPages = async (rows: readonly unknown[]) =>
  (await fetchSharedPages(answering(rows), a, { coupleId: pair })).rows.map(({ opened }) => opened.is)

test('a partner’s moment with the id of their page, edited twice, does not make the journal ask', async () => {
  const id = randomUuid()
  expect(await readPages([await pageRow(b, id, 1)])).toEqual(['text'])
  expect(await readMoments([await momentRow(b, id, 3)])).toEqual(['text'])
  expect(await readPages([await pageRow(b, id, 1)])).toEqual(['text'])
  expect(await readPages([await pageRow(b, id, 2)])).toEqual(['text'])
  await expect(readPages([await pageRow(b, id, 1)])).rejects.toThrow(EarlierState)
  await expect(readMoments([await momentRow(b, id, 2)])).rejects.toThrow(EarlierState)
})

test.each(['author', 'id'])(
  'a floor that was stored by the %s alone counts until its row was opened once',
  async (by) => {
    const id = randomUuid()
    const key = by === 'author' ? `${b.uid}/${id}` : id
    await store.keepFloors(a.uid, await sealFloors(a, { keyring: 1, rows: new Map([[key, 3]]) }), null)
    await expect(readPages([await pageRow(b, id, 2)])).rejects.toThrow(EarlierState)
    expect(await readMoments([await momentRow(b, id, 3)])).toEqual(['text'])
    expect(await readPages([await pageRow(b, id, 1)])).toEqual(['text'])
    await expect(readMoments([await momentRow(b, id, 2)])).rejects.toThrow(EarlierState)
  },
)

test('a row that comes twice is opened once, and rows of two authors with one id are two', async () => {
  const id = randomUuid()
  const [theirs, mine] = [await momentRow(b, id, 1), await momentRow(a, id, 1)]
  expect(await readMoments([theirs, mine])).toEqual(['text', 'text'])
  expect(await readMoments([theirs, theirs, mine])).toEqual(['text', 'failed', 'text'])
})

test('a row that was not asked for asks nothing, whatever its version', async () => {
  const id = randomUuid()
  expect(await readPages([await pageRow(b, id, 5)])).toEqual(['text'])
  const older = await pageRow(b, id, 1)
  expect(await readPages([{ ...older, coupleId: randomUuid() }])).toEqual(['failed'])
})

test('a letter of the partner’s that no line has room for is cut, and one’s own stays', async () => {
  const words = `H${'\u0489'.repeat(2000)}e ${'ᄀ'.repeat(50)}.`
  const rows = [await momentRow(b, randomUuid(), 1, words), await momentRow(a, randomUuid(), 1, words)]
  const opened = await fetchMoments(answering(rows), a, { coupleId: pair })
  expect(opened.rows.map((row) => row.opened)).toEqual([
    { is: 'text', text: `H${'\u0489'.repeat(8)}e \ufffd.` },
    { is: 'text', text: words },
  ])
})
