import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { draftRecipientOf, openDraft, sealDraft } from './draft'
import { floorOf, noFloors, raiseFloors, raiseKeyringFloor, sealFloors, acceptEarlierFloors } from './floors'
import { changeFloors, keepOpenedFloors } from './change-floors'
import { makeDeviceKey } from './device-key'
import { expectFailure, somebody } from './people.fixture'
import { randomUuid } from './primitives'
import { openIndex, sealIndex } from './sealed-index'
import { openStore, type DeviceStore, type StoredDraft } from './store'
import type { Vault } from './vault'
import { EarlierState } from './vault-error'

let store: DeviceStore
beforeEach(async () => {
  store = await openStore(randomUuid())
})
afterEach(() => {
  store.close()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const draft = async (savedAt: number): Promise<StoredDraft> => {
  const me = await somebody()
  const id = randomUuid()
  return { id, of: null, sealed: await sealDraft(draftRecipientOf(me), { id, of: null, body: { text: '…' } }), savedAt }
}

describe('drafts on this device', () => {
  test('are returned byte for byte, newest first, and only for their own person', async () => {
    const [me, other] = [randomUuid(), randomUuid()]
    const [older, newer, theirs] = [await draft(1000), await draft(2000), await draft(3000)]
    await store.keepDraft(me, older)
    await store.keepDraft(me, newer)
    await store.keepDraft(other, theirs)
    expect(await store.drafts(me)).toEqual([newer, older])
    expect(await store.draft(me, older.id)).toEqual(older)
    expect(await store.draft(other, older.id)).toBeNull()
    expect(await store.drafts(randomUuid())).toEqual([])
  })

  test('are replaced by newer text', async () => {
    const me = randomUuid()
    const first = await draft(1000)
    const second = { ...(await draft(2000)), id: first.id }
    await store.keepDraft(me, first)
    await store.keepDraft(me, second)
    expect(await store.drafts(me)).toEqual([second])
  })

  test('are dropped only if they are what was sent', async () => {
    const me = randomUuid()
    const sent = await draft(1000)
    const newer = { ...(await draft(2000)), id: sent.id }
    await store.keepDraft(me, newer)
    expect(await store.dropDraft(me, sent.id, sent.sealed)).toBe(false)
    expect(await store.draft(me, sent.id)).toEqual(newer)
    expect(await store.dropDraft(me, newer.id, newer.sealed)).toBe(true)
    expect(await store.draft(me, newer.id)).toBeNull()
    expect(await store.dropDraft(me, newer.id, newer.sealed)).toBe(false)
  })

  test('stay after the tab closes, and open with the journal', async () => {
    const me = await somebody()
    const { uid, recipient } = draftRecipientOf(me)
    const id = randomUuid()
    const name = randomUuid()
    const tab = await openStore(name)
    await tab.keepRecipient(uid, recipient)
    const sealed = await sealDraft({ uid, recipient }, { id, of: null, body: { text: 'Half a sen' } })
    await tab.keepDraft(uid, { id, of: null, sealed, savedAt: 5 })
    tab.close()
    const next = await openStore(name)
    expect(await next.recipient(uid)).toBe(recipient)
    const kept = await next.draft(uid, id)
    if (!kept) throw new Error('The draft is lost.')
    expect(await openDraft(me, kept)).toEqual({ id, of: null, body: { text: 'Half a sen' } })
    next.close()
  })
})

describe('what this device stores for a person', () => {
  test('is removed by signing out, except drafts, floors and the profile', async () => {
    const me = await somebody()
    const other = await somebody()
    const kept = await draft(1)
    const sessionId = randomUuid()
    for (const { uid, vaultKey } of [me, other]) {
      await store.keepWrap(uid, { sessionId, vkDev: (await makeDeviceKey(me, sessionId)).vkDev })
      await store.keepRecipient(uid, me.bundle.enc)
      await store.keepDraft(uid, kept)
      await store.keepFloors(uid, await sealFloors({ uid, vaultKey }, noFloors), null)
      expect(await store.keepIndex(uid, await sealIndex({ uid, vaultKey }, []), null)).toBe(true)
    }
    await store.keepProfile('sam@example.org', 1)
    await store.signOut(me.uid)
    expect(await store.wrap(me.uid)).toBeNull()
    expect(await store.recipient(me.uid)).toBeNull()
    expect(await store.drafts(me.uid)).toEqual([kept])
    expect(await store.floors(me.uid)).not.toBeNull()
    expect(await store.index(me.uid)).toBeNull()
    expect(await store.index(other.uid)).not.toBeNull()
    expect(await store.highestProfile('sam@example.org')).toBe(1)
    expect(await store.wrap(other.uid)).toMatchObject({ sessionId })
    expect(await store.recipient(other.uid)).toBe(me.bundle.enc)
  })

  test('loses only the wrap when it locks', async () => {
    const me = await somebody()
    const { vkDev } = await makeDeviceKey(me, 'one')
    await store.keepWrap(me.uid, { sessionId: 'one', vkDev })
    await store.keepRecipient(me.uid, me.bundle.enc)
    expect(await store.wrap(me.uid)).toEqual({ sessionId: 'one', vkDev })
    await store.forgetWrap(me.uid)
    expect(await store.wrap(me.uid)).toBeNull()
    expect(await store.recipient(me.uid)).toBe(me.bundle.enc)
  })

  test('includes the highest profile, which is only raised, under a hash of the name', async () => {
    const put = vi.spyOn(IDBObjectStore.prototype, 'put')
    expect(await store.highestProfile('sam@example.org')).toBe(0)
    await store.keepProfile('sam@example.org', 2)
    await store.keepProfile('sam@example.org', 1)
    expect(await store.highestProfile('sam@example.org')).toBe(2)
    expect(await store.highestProfile('kim@example.org')).toBe(0)
    expect(put).toHaveBeenCalled()
    expect(JSON.stringify(put.mock.calls)).not.toContain('sam')
  })
})

const rowOf = ({ uid }: Vault) => ({ magic: 'fivefold-entry/v1', pair: null, author: uid, id: randomUuid() }) as const

describe('floors on this device', () => {
  test('keep what two tabs write at once', async () => {
    const me = await somebody()
    const rows = Array.from({ length: 8 }, () => rowOf(me))
    await Promise.all(rows.map((row) => changeFloors(store, me, (floors) => raiseFloors(floors, [{ ...row, rev: 2 }]))))
    const floors = await changeFloors(store, me, (stored) => stored)
    expect(rows.map((row) => floorOf(floors, row))).toEqual(rows.map(() => 2))
  })

  test('are lowered by a confirmed restore', async () => {
    const me = await somebody()
    const row = rowOf(me)
    await changeFloors(store, me, (floors) => raiseFloors(floors, [{ ...row, rev: 5 }]))
    const asked = new EarlierState([{ what: 'row', ...row, shown: 3, seen: 5 }])
    expect(floorOf(await changeFloors(store, me, (floors) => acceptEarlierFloors(floors, asked)), row)).toBe(3)
  })

  test('are stored after opening, unless another tab knows more', async () => {
    const me = await somebody()
    const row = rowOf(me)
    const first = await keepOpenedFloors(store, { vault: me, floors: raiseKeyringFloor(noFloors, 1) }, { floors: null })
    expect(first.keyring).toBe(1)
    await changeFloors(store, me, (floors) => raiseFloors(floors, [{ ...row, rev: 2 }]))
    const second = await keepOpenedFloors(
      store,
      { vault: me, floors: raiseKeyringFloor(noFloors, 1) },
      { floors: null },
    )
    expect(floorOf(second, row)).toBe(2)
  })
})

describe('the index on this device', () => {
  test('is replaced only where no other tab wrote, is padded, and is not stored after signing out', async () => {
    const me = await somebody()
    await store.keepRecipient(me.uid, me.bundle.enc)
    const [first, second] = [await sealIndex(me, ['a']), await sealIndex(me, ['a'.repeat(900)])]
    expect(first).toHaveLength(second.length)
    expect(await store.keepIndex(me.uid, first, null)).toBe(true)
    expect(await store.keepIndex(me.uid, second, null)).toBe(false)
    expect(await store.keepIndex(me.uid, second, first)).toBe(true)
    expect(await store.index(me.uid)).toBe(second)
    await store.signOut(me.uid)
    expect(await store.keepIndex(me.uid, first, second)).toBe(true)
    expect(await store.index(me.uid)).toBeNull()
  })

  test('opens for its person alone', async () => {
    const [me, other] = await Promise.all([somebody(), somebody()])
    const sealed = await sealIndex(me, ['a'])
    expect(await openIndex(me, sealed)).toEqual(['a'])
    for (const { uid, vaultKey } of [
      { ...me, uid: other.uid },
      { ...me, vaultKey: other.vaultKey },
    ])
      await expectFailure('bad-format', () => openIndex({ uid, vaultKey }, sealed))
    const floors = await sealFloors(me, noFloors)
    await expectFailure('bad-format', () => openIndex(me, floors))
  })
})

describe('a browser without storage', () => {
  test('fails with a code of its own', async () => {
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new DOMException('The operation is insecure.', 'SecurityError')
      },
    })
    await expectFailure('storage-unavailable', () => openStore())
    store.close()
    await expectFailure('storage-unavailable', async () => store.keepDraft(randomUuid(), await draft(1)))
  })

  test('fails with another code when the storage is full', async () => {
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('No room.', 'QuotaExceededError')
    })
    await expectFailure('storage-full', async () => store.keepDraft(randomUuid(), await draft(1)))
  })
})
