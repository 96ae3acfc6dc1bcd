import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { draftRecipientOf, openDraft, sealDraft } from './draft'
import { floorOf, noFloors, raiseFloors, raiseKeyringFloor, sealFloors, acceptEarlierFloors } from './floors'
import { changeFloors, keepOpenedFloors } from './change-floors'
import { makeDeviceKey } from './device-key'
import { expectFailure, somebody } from './people.fixture'
import { randomUuid } from './primitives'
import { openStore, type DeviceStore, type KeptDraft } from './store'
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

const draft = async (savedAt: number): Promise<KeptDraft> => {
  const me = await somebody()
  const id = randomUuid()
  return { id, of: null, sealed: await sealDraft(draftRecipientOf(me), { id, of: null, body: { text: '…' } }), savedAt }
}

describe('drafts on this device', () => {
  test('come back to the byte, the newest first, and to their own person alone', async () => {
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

  test('are replaced by what was typed since', async () => {
    const me = randomUuid()
    const first = await draft(1000)
    const second = { ...(await draft(2000)), id: first.id }
    await store.keepDraft(me, first)
    await store.keepDraft(me, second)
    expect(await store.drafts(me)).toEqual([second])
  })

  test('go only when they are what was sent', async () => {
    const me = randomUuid()
    const sent = await draft(1000)
    const since = { ...(await draft(2000)), id: sent.id }
    await store.keepDraft(me, since)
    expect(await store.dropDraft(me, sent.id, sent.sealed)).toBe(false)
    expect(await store.draft(me, sent.id)).toEqual(since)
    expect(await store.dropDraft(me, since.id, since.sealed)).toBe(true)
    expect(await store.draft(me, since.id)).toBeNull()
    expect(await store.dropDraft(me, since.id, since.sealed)).toBe(false)
  })

  test('survive the tab, and open with the journal', async () => {
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

describe('what this device remembers of a person', () => {
  test('signing out wipes all but drafts, floors and the profile', async () => {
    const me = await somebody()
    const other = await somebody()
    const kept = await draft(1)
    const sessionId = randomUuid()
    for (const { uid, vaultKey } of [me, other]) {
      await store.keepWrap(uid, { sessionId, vkDev: (await makeDeviceKey(me, sessionId)).vkDev })
      await store.keepRecipient(uid, me.bundle.enc)
      await store.keepDraft(uid, kept)
      await store.keepFloors(uid, await sealFloors({ uid, vaultKey }, noFloors), null)
    }
    await store.keepProfile('sam@example.org', 1)
    await store.signOut(me.uid)
    expect(await store.wrap(me.uid)).toBeNull()
    expect(await store.recipient(me.uid)).toBeNull()
    expect(await store.drafts(me.uid)).toEqual([kept])
    expect(await store.floors(me.uid)).not.toBeNull()
    expect(await store.highestProfile('sam@example.org')).toBe(1)
    expect(await store.wrap(other.uid)).toMatchObject({ sessionId })
    expect(await store.recipient(other.uid)).toBe(me.bundle.enc)
  })

  test('locking forgets the wrap alone', async () => {
    const me = await somebody()
    const { vkDev } = await makeDeviceKey(me, 'one')
    await store.keepWrap(me.uid, { sessionId: 'one', vkDev })
    await store.keepRecipient(me.uid, me.bundle.enc)
    expect(await store.wrap(me.uid)).toEqual({ sessionId: 'one', vkDev })
    await store.forgetWrap(me.uid)
    expect(await store.wrap(me.uid)).toBeNull()
    expect(await store.recipient(me.uid)).toBe(me.bundle.enc)
  })

  test('the highest profile only rises, and the name it belongs to is not to be read', async () => {
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

describe('floors on this device', () => {
  test("two tabs do not lower each other's", async () => {
    const me = await somebody()
    const rows = Array.from({ length: 8 }, () => ({ author: me.uid, id: randomUuid() }))
    await Promise.all(rows.map((row) => changeFloors(store, me, (floors) => raiseFloors(floors, [{ ...row, rev: 2 }]))))
    const floors = await changeFloors(store, me, (standing) => standing)
    expect(rows.map((row) => floorOf(floors, row))).toEqual(rows.map(() => 2))
  })

  test('sink where a person said yes, and by nothing else', async () => {
    const me = await somebody()
    const row = { author: me.uid, id: randomUuid() }
    await changeFloors(store, me, (floors) => raiseFloors(floors, [{ ...row, rev: 5 }]))
    const asked = new EarlierState([{ what: 'row', ...row, shown: 3, seen: 5 }])
    expect(floorOf(await changeFloors(store, me, (floors) => acceptEarlierFloors(floors, asked)), row)).toBe(3)
  })

  test('are kept as opening found them, unless another tab knew more', async () => {
    const me = await somebody()
    const row = { author: me.uid, id: randomUuid() }
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

describe('a browser that keeps nothing', () => {
  test('says so, at once or later', async () => {
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new DOMException('The operation is insecure.', 'SecurityError')
      },
    })
    await expectFailure('storage-unavailable', () => openStore())
    store.close()
    await expectFailure('storage-unavailable', async () => store.keepDraft(randomUuid(), await draft(1)))
  })

  test('or has no room', async () => {
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('No room.', 'QuotaExceededError')
    })
    await expectFailure('storage-full', async () => store.keepDraft(randomUuid(), await draft(1)))
  })
})
