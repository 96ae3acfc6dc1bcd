import 'fake-indexeddb/auto'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { randomUuid, type Blob64 } from '@/lib/vault/primitives'
import { openStore, type DeviceStore, type StoredDraft } from '@/lib/vault/store'
import { VaultError, type VaultErrorCode } from '@/lib/vault/vault-error'
import { lateStore } from './late-store'
import { tabStore } from './tab-store'

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const uid = randomUuid()
const blob = (text: string) => text as unknown as Blob64
const draft = (sealed: string, savedAt = 1, id = randomUuid()) =>
  ({ id, of: null, sealed, savedAt }) as unknown as StoredDraft

/** A store whose every call fails while `failure` is set. */
function failingStore(store: DeviceStore) {
  const fails: { code: VaultErrorCode | null } = { code: null }
  const failing = Object.fromEntries(
    Object.entries(store).map(([name, call]) => [
      name,
      (...input: never[]) =>
        fails.code ? Promise.reject(new VaultError(fails.code)) : (call as (...input: never[]) => unknown)(...input),
    ]),
  ) as unknown as DeviceStore
  return { failing, fails }
}

describe.each(['storage-full', 'storage-unavailable', 'storage-stuck'] as const)(
  'a store that fails with %s',
  (code) => {
    test('leaves drafts in the tab, says so, and stores them once it can', async () => {
      const { failing, fails } = failingStore(await openStore(randomUuid()))
      const store = tabStore(failing)
      const [before, after] = [draft('before', 1), draft('after', 2)]
      await store.keepDraft(uid, before)
      fails.code = code
      await expect(store.keepDraft(uid, after)).rejects.toMatchObject({ code })
      expect(await store.drafts(uid)).toEqual([{ ...after, tabOnly: true }])
      expect(await store.drafts(randomUuid())).toEqual([])
      expect(await store.draft(uid, after.id)).toEqual(after)
      expect(store.tabOnly.get()).toBe(1)
      fails.code = null
      expect(await store.drafts(uid)).toEqual([{ ...after, tabOnly: true }, before])
      await store.keepDraft(uid, after)
      expect([store.tabOnly.get(), await failing.drafts(uid)]).toEqual([0, [after, before]])
      store.close()
    })

    test('drops a draft for good, also one that it could not drop at once', async () => {
      const { failing, fails } = failingStore(await openStore(randomUuid()))
      const store = tabStore(failing)
      const sent = draft('sent')
      await store.keepDraft(uid, sent)
      fails.code = code
      expect(await store.dropDraft(uid, sent.id, 'newer')).toBe(true)
      expect(await store.dropDraft(uid, sent.id, sent.sealed)).toBe(true)
      fails.code = null
      expect(await store.drafts(uid)).toEqual([])
      expect(await failing.drafts(uid)).toEqual([])
      await expect(failing.keepDraft(uid, sent)).resolves.toBeUndefined()
      store.close()
    })

    test('drops what only the tab has, and the older text that is stored', async () => {
      const { failing, fails } = failingStore(await openStore(randomUuid()))
      const store = tabStore(failing)
      const older = draft('older')
      await store.keepDraft(uid, older)
      fails.code = code
      const newer = { ...older, sealed: 'newer' } as StoredDraft
      await store.keepDraft(uid, newer).catch(() => {})
      fails.code = null
      expect(await store.dropDraft(uid, older.id, older.sealed)).toBe(false)
      expect(await store.dropDraft(uid, older.id, newer.sealed)).toBe(true)
      expect([await store.drafts(uid), store.tabOnly.get()]).toEqual([[], 0])
      store.close()
    })

    test('holds floors in the tab, compared before they are replaced', async () => {
      const { failing, fails } = failingStore(await openStore(randomUuid()))
      const store = tabStore(failing)
      fails.code = code
      expect(await store.keepFloors(uid, blob('one'), null)).toBe(true)
      expect(await store.floors(uid)).toBe('one')
      expect(await store.keepFloors(uid, blob('two'), null)).toBe(false)
      expect(await store.keepFloors(uid, blob('two'), blob('one'))).toBe(true)
      expect(await store.floors(uid)).toBe('two')
    })
  },
)

test('a database that was closed under the tab is opened again', async () => {
  const name = randomUuid()
  let opened: DeviceStore | undefined
  let opens = 0
  const store = lateStore(async () => {
    opens += 1
    return (opened = await openStore(name))
  })
  const [first, second] = [draft('first', 1), draft('second', 2)]
  await store.keepDraft(uid, first)
  opened?.close()
  await store.keepDraft(uid, second)
  expect([await store.drafts(uid), opens]).toEqual([[second, first], 2])
  store.close()
})

test('a store that does not answer fails after four seconds, then at once, and is asked again after half a minute', async () => {
  vi.useFakeTimers()
  let opens = 0
  vi.stubGlobal('indexedDB', { open: () => (opens++, new IDBOpenDBRequest()) })
  const store = lateStore(() => openStore())
  const first = store.drafts(uid).catch((error: unknown) => error)
  await vi.advanceTimersByTimeAsync(4000)
  expect(await first).toMatchObject({ code: 'storage-stuck' })
  await expect(store.floors(uid)).rejects.toMatchObject({ code: 'storage-stuck' })
  expect(opens).toBe(1)
  await vi.advanceTimersByTimeAsync(30_000)
  store.floors(uid).catch(() => {})
  await vi.advanceTimersByTimeAsync(10)
  expect(opens).toBe(2)
  await vi.advanceTimersByTimeAsync(60_000)
})

test('a store that is denied is asked again at once, because the person may allow it', async () => {
  let opens = 0
  const store = lateStore(() => {
    opens += 1
    return Promise.reject(new VaultError('storage-unavailable'))
  })
  for (let tries = 1; tries <= 2; tries++) {
    await expect(store.drafts(uid)).rejects.toMatchObject({ code: 'storage-unavailable' })
    expect(opens).toBe(tries)
  }
})
