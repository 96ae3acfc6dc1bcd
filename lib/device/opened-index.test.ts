import 'fake-indexeddb/auto'
import { setTimeout as pause } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { fetchOwnPages, removePage, sealPage, sendNextPage } from '@/lib/journal/device'
import { emptyVoice, type Page } from '@/lib/journal/page'
import { sharedBody, type SharedPage } from '@/lib/journal/share'
import { fetchSharedPages } from '@/lib/journal/sharing'
import { INTIMACY_TYPES } from '@/lib/intimacy/intimacy-type'
import { until } from '@/lib/testing/until'
import { addDays, parseDay } from '@/lib/time/day'
import { acceptEarlierFloors } from '@/lib/vault/floors'
import { changeFloors } from '@/lib/vault/change-floors'
import { paired, somebody } from '@/lib/vault/people.fixture'
import { randomUuid } from '@/lib/vault/primitives'
import { sealRemoved, sealText } from '@/lib/vault/sealed-text'
import { openStore, type DeviceStore } from '@/lib/vault/store'
import type { Vault } from '@/lib/vault/vault'
import { EarlierState } from '@/lib/vault/vault-error'
import type { Device } from './device'
import { GATHERED_FOR } from './note-opened'
import {
  changeIndex,
  decodeIndex,
  encodeIndex,
  INDEXED_KINDS,
  keepOpened,
  MOST_INDEXED,
  readOpenedIndex,
  type IndexedRow,
} from './opened-index'
import { tabStore, type TabStore } from './tab-store'

const day = parseDay('2026-11-24')
const addedAt = '2026-11-24T12:00:00.000Z'

const ids = Array.from({ length: 4 }, () => randomUuid())
const anyRow: fc.Arbitrary<IndexedRow> = fc.record({
  kind: fc.constantFrom(...INDEXED_KINDS),
  id: fc.constantFrom(...ids),
  rev: fc.integer({ min: 1, max: 5 }),
  author: fc.constantFrom(...ids),
  couple: fc.constantFrom(null, ...ids),
  day: fc.integer({ min: 0, max: 400 }).map((days) => addDays(day, -days)),
  types: fc.subarray([...INTIMACY_TYPES]),
  words: fc.string({ maxLength: 60, unit: 'grapheme' }),
  isVoice: fc.boolean(),
  about: fc.constantFrom(null, ...ids),
})

const keyOf = ({ kind, id, author, couple }: IndexedRow) => [kind, couple, author, id].join()
const sorted = (rows: readonly IndexedRow[]) => [...rows].sort((a, b) => (keyOf(a) < keyOf(b) ? 1 : -1))

describe('the rows of an index', () => {
  /** Rows whose text follows from kind, id and version, as that of a signed row does. */
  const opened = fc.array(anyRow).map((rows) => {
    const texts = new Map<string, IndexedRow>()
    return rows.map((row) => {
      const key = `${keyOf(row)} ${row.rev}`
      texts.set(key, texts.get(key) ?? row)
      return texts.get(key) ?? row
    })
  })

  test('are those of the newest versions, whatever the order and the tab in which they were opened', () => {
    fc.assert(
      fc.property(opened, fc.integer({ min: 0, max: 10 }), (rows, first) => {
        const [one, other] = [rows.slice(0, first), rows.slice(first)]
        const newest = new Map<string, number>()
        for (const row of [...one, ...other]) newest.set(keyOf(row), Math.max(row.rev, newest.get(keyOf(row)) ?? 0))
        const isCurrent = (row: IndexedRow) => row.rev === newest.get(keyOf(row))
        const merged = changeIndex(changeIndex([], one, isCurrent), other, isCurrent)
        expect(sorted(merged)).toEqual(sorted(changeIndex(changeIndex([], other, isCurrent), one, isCurrent)))
        expect(merged).toHaveLength(newest.size)
        expect(merged.every(isCurrent)).toBe(true)
        expect(changeIndex(merged, one, isCurrent)).toBe(merged)
      }),
    )
  })

  test('come out of the sealed form as they went in', () => {
    fc.assert(
      fc.property(fc.array(anyRow), (rows) => {
        expect(decodeIndex(JSON.parse(JSON.stringify(encodeIndex(rows))))).toEqual(rows)
      }),
    )
  })

  test('are at most ten thousand, those of the oldest days first out', () => {
    const rowOn = (days: number): IndexedRow => ({
      ...{ kind: 'page', id: randomUuid(), rev: 1, author: ids[0] ?? '', couple: null, types: [] },
      ...{ day: addDays(day, -days), words: '', isVoice: false, about: null },
    })
    const full = Array.from({ length: MOST_INDEXED }, (_, days) => rowOn(days))
    const [newer, older] = [rowOn(5), rowOn(MOST_INDEXED + 5)]
    const changed = changeIndex(full, [newer, older], () => true)
    expect(changed).toHaveLength(MOST_INDEXED)
    expect(changed).toContain(newer)
    expect(changed).not.toContain(older)
    expect(changed).not.toContain(full.at(-1))
  })
})

describe('the index of a device', () => {
  let a: Vault, b: Vault, pair: string
  let stored: DeviceStore, store: TabStore
  beforeAll(async () => {
    ;({ a, b, pair } = await paired(await somebody(), await somebody()))
  })
  beforeEach(async () => {
    stored = await openStore(randomUuid())
    store = tabStore(stored)
    await store.keepRecipient(a.uid, a.bundle.enc)
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }) // the test says when the gathered rows are noted
  })
  afterEach(() => {
    vi.useRealTimers()
    store.close()
  })

  const answering = (rows: readonly unknown[]) =>
    ({ store, call: async () => ({ rows, next: null }) }) as unknown as Device
  const saving = {
    call: async (_: unknown, { id, sealed, ifMatch }: { id: string; sealed: string; ifMatch: number }) => ({
      id,
      sealed,
      rev: ifMatch + 1,
      addedAt,
    }),
  }
  const savingDevice = () => ({ store, ...saving }) as unknown as Device
  const page = (text: string): Page => ({ day, types: ['emotional'], writing: { kind: 'reflection', text } })
  const ownRow = async (id: string, rev: number, written: Page) => ({
    ...{ id, rev, addedAt },
    sealed: await sealPage(a, id, rev, written),
  })
  async function sharedRow(by: Vault, id: string, rev: number, shared: Partial<SharedPage>) {
    const meta = { types: ['spiritual'], day, kind: shared.kind ?? 'reflection' }
    const whole: SharedPage = {
      ...{ kind: 'reflection', words: { text: 'Soup.' }, wants: 'listen', writtenDay: null, changedOn: null },
      ...shared,
    }
    const about = { id, rev, visibility: 'shared', pair, meta } as const
    const sealed = await sealText(by, { ...about, magic: 'fivefold-entry/v1', body: sharedBody(whole) })
    return { id, coupleId: pair, authorId: by.uid, rev, ...meta, removed: false, sealed, addedAt }
  }
  const takenBack = async (by: Vault, id: string, rev: number) => {
    const meta = { types: [], day, kind: 'reflection' }
    const sealed = await sealRemoved(by, { id, rev, visibility: 'shared', pair, meta })
    return { id, coupleId: pair, authorId: by.uid, rev, ...meta, removed: true, sealed, addedAt }
  }
  const words = async (vault = a) => (await readOpenedIndex({ store }, vault)).map((row) => row.words).sort()
  /** Ends each gathering of rows, also one that begins late, until the index is as it should be. */
  const untilNoted = (what: string, holds: () => Promise<boolean>) =>
    until(what, () => {
      vi.advanceTimersByTime(GATHERED_FOR)
      return holds()
    })
  const expectWords = (...expected: string[]) =>
    untilNoted(`the index has ${expected.join(', ')}`, async () => isDeepStrictEqual(await words(), expected))
  const openShared = async (...rows: unknown[]) => fetchSharedPages(answering(rows), a, { coupleId: pair })

  test('holds what was opened here, of the inner voice only the answer, and nothing of a row that failed', async () => {
    const voice = { ...emptyVoice, voice: 'You are a burden.', answer: 'I am tired, and loved.', effect: 'I hide.' }
    await fetchOwnPages(
      answering([
        await ownRow(randomUuid(), 1, page('  First line.\n\nSecond line. '.padEnd(400, 'x'))),
        await ownRow(randomUuid(), 1, { ...page(''), writing: voice }),
        { ...(await ownRow(randomUuid(), 1, page('Not of this version.'))), rev: 2 },
      ]),
      a,
    )
    await openShared(
      await sharedRow(b, randomUuid(), 1, { kind: 'voice', words: { voice: 'You are a fool.', step: 'Call her.' } }),
      await sharedRow(b, randomUuid(), 1, { kind: 'voice', words: { voice: 'You are a fool.' } }),
      { ...(await sharedRow(b, randomUuid(), 1, { words: { text: 'Of another day.' } })), day: addDays(day, 1) },
    )
    await untilNoted('four rows are noted', async () => (await words()).length === 4)
    const rows = await readOpenedIndex({ store }, a)
    const all = JSON.stringify(rows)
    for (const never of ['burden', 'hide', 'fool', 'version', 'another day']) expect(all).not.toContain(never)
    expect(rows.map(({ kind, isVoice, types }) => [kind, isVoice, types])).toEqual([
      ['page', false, ['emotional']],
      ['page', true, ['emotional']],
      ['shared', true, ['spiritual']],
      ['shared', true, ['spiritual']],
    ])
    expect(rows.map((row) => row.words.length)).toEqual([expect.toSatisfy((n: number) => n <= 121), 22, 9, 0])
    expect(JSON.stringify(await store.index(a.uid))).not.toContain('First line')
  })

  test('follows changes, removals and what was taken back', async () => {
    const [mine, theirs] = [randomUuid(), randomUuid()]
    await fetchOwnPages(answering([await ownRow(mine, 1, page('Mine.'))]), a)
    await openShared(await sharedRow(b, theirs, 1, {}))
    await expectWords('Mine.', 'Soup.')
    const changed = await sendNextPage(savingDevice(), a, { id: mine, rev: 1, page: page('Mine, changed.') })
    expect(await words()).toEqual(['Soup.']) // the old words are gone at once
    await expectWords('Mine, changed.', 'Soup.')
    await removePage(savingDevice(), a, { ...changed, rev: 2 })
    await openShared(await takenBack(b, theirs, 2))
    expect(await words()).toEqual([])
    const before = await store.index(a.uid)
    await untilNoted('the index is written', async () => (await store.index(a.uid)) !== before)
    expect(await words()).toEqual([])
  })

  test('keeps what two tabs open at once, and a tab that is late brings nothing back', async () => {
    const row = (id: string, rev: number, text: string): IndexedRow => ({
      ...{ kind: 'page', id, rev, author: a.uid, couple: null, day, types: [], words: text },
      ...{ isVoice: false, about: null },
    })
    const rows = Array.from({ length: 6 }, (_, n) => row(randomUuid(), 1, `Page ${n}`))
    const other = { store: tabStore(stored) }
    for (const { id, words: text } of rows) await fetchOwnPages(answering([await ownRow(id, 1, page(text))]), a)
    await Promise.all(rows.map((each, n) => keepOpened(n % 2 ? { store } : other, a, [each])))
    await expectWords(...rows.map((each) => each.words))
    const [first] = rows
    if (!first) throw new Error('No rows.')
    await removePage(savingDevice(), a, { id: first.id, rev: 1, page: page('') })
    await keepOpened(other, a, [first])
    expect(await words()).toEqual(rows.slice(1).map((each) => each.words))
  })

  test('follows a server that was restored, once the person confirmed it', async () => {
    const id = randomUuid()
    await openShared(await sharedRow(b, id, 3, { words: { text: 'Third.' } }))
    await expectWords('Third.')
    const older = await sharedRow(b, id, 2, { words: { text: 'Second.' } })
    const asked = await openShared(older).catch((error: unknown) => error)
    if (!(asked instanceof EarlierState)) throw asked
    await changeFloors(store, a, (floors) => acceptEarlierFloors(floors, asked))
    expect(await words()).toEqual([])
    await openShared(older)
    await expectWords('Second.')
  })

  test('shows nothing of a partner once the two have parted, and keeps one’s own', async () => {
    await openShared(
      await sharedRow(b, randomUuid(), 1, {}),
      await sharedRow(a, randomUuid(), 1, { words: { text: 'My own.' } }),
    )
    await expectWords('My own.', 'Soup.')
    const { partner, former } = a.keyring
    if (!partner) throw new Error('No partner.')
    const parted: Vault = { ...a, keyring: { ...a.keyring, partner: null, former: [...former, partner] } }
    expect(await words(parted)).toEqual(['My own.'])
  })

  test('goes at sign-out, and nothing that was gathered before comes back', async () => {
    await fetchOwnPages(answering([await ownRow(randomUuid(), 1, page('Mine.'))]), a)
    await expectWords('Mine.')
    await fetchOwnPages(answering([await ownRow(randomUuid(), 1, page('Another.'))]), a)
    await store.signOut(a.uid)
    expect(await store.index(a.uid)).toBeNull()
    for (let time = 0; time < 10; time++) {
      vi.advanceTimersByTime(GATHERED_FOR)
      await pause(30)
    }
    expect(await store.index(a.uid)).toBeNull()
  })

  test('is one person’s, and stays through a lock', async () => {
    const other = await somebody()
    await store.keepRecipient(other.uid, other.bundle.enc)
    await fetchOwnPages(answering([await ownRow(randomUuid(), 1, page('Mine.'))]), a)
    await expectWords('Mine.')
    await store.forgetWraps()
    expect(await words()).toEqual(['Mine.'])
    expect(await words(other)).toEqual([])
    // another person's sealed index, in the place of theirs
    const sealed = await store.index(a.uid)
    if (!sealed) throw new Error('No index.')
    await store.keepIndex(other.uid, sealed, null)
    expect(await words(other)).toEqual([])
  })

  test('is empty where the device stores nothing', async () => {
    store.close()
    await fetchOwnPages(answering([await ownRow(randomUuid(), 1, page('Mine.'))]), a)
    await expect(keepOpened({ store }, a, [])).rejects.toMatchObject({ code: 'storage-unavailable' })
    expect(await words()).toEqual([])
  })
})
