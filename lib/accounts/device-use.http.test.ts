// When a device opens the journal by itself, when it asks for the phrase, and that this is decided on the device.
import { beforeAll, describe, expect, test } from 'vitest'
import { Unreachable } from '@/lib/http/call'
import type { TestDevice } from '@/lib/testing/devices'
import { newPerson } from '@/lib/testing/people'
import { sharedApp, type ServedApp } from '@/lib/testing/served'
import { getMe, getVault, setDeviceKey } from './contract'
import { lockDevice, signOut } from '@/lib/device/device-lock'
import { sendDeviceUse } from '@/lib/device/device-use'
import { saveKeyring } from '@/lib/device/save-keyring'
import { LockedMeanwhile, openByPhrase, openWithoutPhrase } from '@/lib/device/open-journal'
import { signIn } from './sign-in'

let app: ServedApp
beforeAll(async () => {
  app = await sharedApp('2026-11-24T08:00:00.000Z')
})

describe('a device that only one person uses', () => {
  test('opens the journal on every load without the phrase', async () => {
    const noor = await newPerson(app)
    const later = noor.device.reload()
    expect((await openWithoutPhrase(later))?.uid).toBe(noor.id)
  })

  test('needs the phrase after Lock, on every page, until it is entered', async () => {
    const noor = await newPerson(app)
    await lockDevice(noor.device)
    expect(noor.device.journal.vault()).toBeNull()
    const later = noor.device.reload()
    expect(later.lockMark.isSet()).toBe(true)
    expect(await openWithoutPhrase(later)).toBeNull()
    await openByPhrase(later, noor.phrase)
    expect(later.lockMark.isSet()).toBe(false)
    expect((await openWithoutPhrase(later.reload()))?.uid).toBe(noor.id)
  })

  test('finishes a pending lock before anything else', async () => {
    const noor = await newPerson(app)
    noor.device.lockMark.set() // Hide: the page was closed before it did the rest
    const later = noor.device.reload()
    expect(await openWithoutPhrase(later)).toBeNull()
    expect(await later.store.wrap(noor.id)).toBeNull()
    expect((await later.call(getVault, {})).deviceKey).toBeNull()
  })

  test('forgets its half of the key, also while the server can’t be reached', async () => {
    const noor = await newPerson(app)
    noor.device.lockMark.set()
    const later = noor.device.reload()
    await expect(
      openWithoutPhrase({ ...later, call: () => Promise.reject(new Unreachable('offline')) }),
    ).rejects.toThrow(Unreachable)
    expect(await later.store.wrap(noor.id)).toBeNull()
  })

  test('stays locked when it is locked during any way of opening', async () => {
    const noor = await newPerson(app)
    const ways = [
      (device: TestDevice) => openWithoutPhrase(device),
      (device: TestDevice) => openByPhrase(device, noor.phrase),
    ]
    for (const open of ways) {
      const later = noor.device.reload()
      // the lock comes at the last moment, when the journal is open but not held yet
      const keepRecipient: typeof later.store.keepRecipient = async (...input) => {
        await lockDevice(later)
        await later.store.keepRecipient(...input)
      }
      const outcome = await open({ ...later, store: { ...later.store, keepRecipient } }).catch(
        (error: unknown) => error,
      )
      expect(outcome === null || outcome instanceof LockedMeanwhile).toBe(true)
      expect(later.journal.vault()).toBeNull()
      expect(later.lockMark.isSet()).toBe(true)
      expect((await later.call(getVault, {})).deviceKey).toBeNull()
      await openByPhrase(later, noor.phrase)
    }
  })

  test('asks for the phrase when somebody with its session replaced the server’s half of the key', async () => {
    const noor = await newPerson(app)
    await noor.device.call(setDeviceKey, { deviceKey: 'E'.repeat(43) })
    const later = noor.device.reload()
    expect(await openWithoutPhrase(later)).toBeNull()
    expect(await later.store.wrap(noor.id)).toBeNull()
    await openByPhrase(later, noor.phrase)
    expect((await openWithoutPhrase(later.reload()))?.uid).toBe(noor.id)
  })

  test('opens nothing with its half of the key once the server has deleted the other half', async () => {
    const noor = await newPerson(app)
    const kept = await noor.device.store.wrap(noor.id)
    await lockDevice(noor.device)
    if (kept) await noor.device.store.keepWrap(noor.id, kept)
    noor.device.lockMark.clear()
    expect(await openWithoutPhrase(noor.device.reload())).toBeNull()
    expect(await noor.device.store.wrap(noor.id)).toBeNull()
  })
})

describe('a shared device', () => {
  test('needs the phrase on every load, and stores nothing that opens the journal', async () => {
    const noor = await newPerson(app, { onlyMe: false })
    const later = noor.device.reload()
    expect(await openWithoutPhrase(later)).toBeNull()
    expect(await later.store.wrap(noor.id)).toBeNull()
    await expect(openByPhrase(later, 'not the phrase at all')).rejects.toMatchObject({ code: 'wrong-phrase' })
    expect((await openByPhrase(later, noor.phrase)).uid).toBe(noor.id)
  })

  test('is signed out when the browser closes', async () => {
    const noor = await newPerson(app, { onlyMe: false })
    noor.device.jar.closeBrowser()
    await expect(noor.device.call(getMe, {})).rejects.toMatchObject({ code: 'signed-out' })
  })

  test('can become a device of only one person, and a shared one again', async () => {
    const noor = await newPerson(app, { onlyMe: false })
    await sendDeviceUse(noor.device, noor.id, true)
    expect((await openWithoutPhrase(noor.device.reload()))?.uid).toBe(noor.id)
    await sendDeviceUse(noor.device, noor.id, false)
    expect(await openWithoutPhrase(noor.device.reload())).toBeNull()
  })
})

/** The same device, to which the server says who uses it. `calls` names what it was sent. */
function told(device: TestDevice, onlyMe: boolean): { device: TestDevice; calls: string[] } {
  const calls: string[] = []
  const call: TestDevice['call'] = async (contract, input, options) => {
    calls.push(`${contract.method} ${contract.path}`)
    const answer = await device.call(contract, input, options)
    return Object.is(contract, getVault) ? ({ ...(answer as object), onlyMe } as never) : answer
  }
  return { device: { ...device, call }, calls }
}

const HALF_OF_THE_KEY = 'PUT /api/me/vault/device-key'

describe('who uses a device is decided on it', () => {
  test('a server that says *Only me* gets no half of the key of a shared device', async () => {
    const noor = await newPerson(app, { onlyMe: false })
    for (const open of [
      (device: TestDevice) => openByPhrase(device, noor.phrase),
      (device: TestDevice) => signIn(device, { email: noor.email, phrase: noor.phrase, onlyMe: false }),
    ]) {
      const { device, calls } = told(noor.device.reload(), true)
      await open(device)
      expect(calls).not.toContain(HALF_OF_THE_KEY)
      expect(await device.store.wrap(noor.id)).toBeNull()
      expect(await openWithoutPhrase(told(device.reload(), true).device)).toBeNull()
    }
  })

  test('without a record others use it too, also where the server says *Only me*', async () => {
    const noor = await newPerson(app)
    await lockDevice(noor.device)
    const later = noor.device.reload()
    const { device, calls } = told({ ...later, store: { ...later.store, use: async () => null } }, true)
    await openByPhrase(device, noor.phrase)
    expect(calls).not.toContain(HALF_OF_THE_KEY)
    expect(await openWithoutPhrase(noor.device.reload())).toBeNull()
  })

  test('a device that stayed open before there were records goes on doing so', async () => {
    const noor = await newPerson(app)
    const later = noor.device.reload()
    const before = { ...later, store: { ...later.store, use: async () => null } }
    expect((await openWithoutPhrase(before))?.uid).toBe(noor.id)
  })

  test('the server can only make it stricter', async () => {
    const noor = await newPerson(app)
    expect(await openWithoutPhrase(told(noor.device.reload(), false).device)).toBeNull()
    const { device, calls } = told(noor.device.reload(), false)
    await openByPhrase(device, noor.phrase)
    expect(calls).not.toContain(HALF_OF_THE_KEY)
  })

  test('*Others too* holds at once, also while the server can’t be reached', async () => {
    const noor = await newPerson(app)
    const offline = { ...noor.device, call: () => Promise.reject(new Unreachable('offline')) }
    await expect(sendDeviceUse(offline, noor.id, false)).rejects.toThrow(Unreachable)
    expect(await noor.device.store.wrap(noor.id)).toBeNull()
    expect(await openWithoutPhrase(told(noor.device.reload(), true).device)).toBeNull()
  })

  test('a lock, and a newer keyring, win over a choice that is still being saved', async () => {
    for (const onlyMe of [true, false]) {
      const noor = await newPerson(app)
      const { store } = noor.device
      const during = (act: () => Promise<unknown>) => ({
        ...noor.device,
        store: {
          ...store,
          keepUse: async (...input: Parameters<typeof store.keepUse>) => {
            await act()
            await store.keepUse(...input)
          },
        },
      })
      const pairId = crypto.randomUUID()
      const invite = () =>
        saveKeyring(noor.device, noor.vault(), (keyring) => ({
          ...keyring,
          invites: { [pairId]: 'AAAAAAAAAAAAAAAAAAAAAA' },
        }))
      await sendDeviceUse(during(invite), noor.id, onlyMe)
      expect(Object.keys(noor.vault().keyring.invites)).toEqual([pairId])

      await sendDeviceUse(
        during(() => lockDevice(noor.device)),
        noor.id,
        onlyMe,
      )
      expect(noor.device.journal.vault()).toBeNull()
      expect(await openWithoutPhrase(noor.device.reload())).toBeNull()
    }
  })

  test('signing out removes the record, as it removes the wrap', async () => {
    const noor = await newPerson(app)
    expect(await noor.device.store.use(noor.id)).toBe('only-me')
    await signOut(noor.device, noor.id)
    expect(await noor.device.store.use(noor.id)).toBeNull()
  })
})
