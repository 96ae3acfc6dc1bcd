import { beforeAll, describe, expect, test } from 'vitest'
import { Unreachable } from '@/lib/http/call'
import { newDevice, type TestDevice } from '@/lib/testing/devices'
import { newPerson } from '@/lib/testing/people'
import { sharedApp, type ServedApp } from '@/lib/testing/served'
import { getMe, getVault, listSessions } from './contract'
import { lockDevice, signOut } from '@/lib/device/device-lock'
import { sendDeviceUse } from '@/lib/device/device-use'
import { saveKeyring } from '@/lib/device/save-keyring'
import { LockedMeanwhile, openByPhrase, openWithoutPhrase } from '@/lib/device/open-journal'
import { beginRecovery } from './recovery'
import { signIn } from './sign-in'
import { makeSignUp } from './sign-up'
import { sendSparePageSaved, sparePageCode } from './spare-page'

let app: ServedApp
beforeAll(async () => {
  app = await sharedApp('2026-11-24T08:00:00.000Z')
})

describe('a device of one’s own', () => {
  test('opens the journal on every load without asking', async () => {
    const noor = await newPerson(app)
    const later = noor.device.reload()
    expect((await openWithoutPhrase(later))?.uid).toBe(noor.id)
  })

  test('asks after Lock, in every place, until the phrase was given', async () => {
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

  test('sends a lock that could not leave with its page before anything else', async () => {
    const noor = await newPerson(app)
    noor.device.lockMark.set() // Hide: the page was gone before the rest of it
    const later = noor.device.reload()
    expect(await openWithoutPhrase(later)).toBeNull()
    expect(await later.store.wrap(noor.id)).toBeNull()
    expect((await later.call(getVault, {})).deviceKey).toBeNull()
  })

  test('forgets what opens it here, also while the server can’t be told', async () => {
    const noor = await newPerson(app)
    noor.device.lockMark.set()
    const later = noor.device.reload()
    await expect(openWithoutPhrase({ ...later, call: () => Promise.reject(new Unreachable('away')) })).rejects.toThrow(
      Unreachable,
    )
    expect(await later.store.wrap(noor.id)).toBeNull()
  })

  test('stays shut when it is locked while the journal is being opened, whichever way that was', async () => {
    const noor = await newPerson(app)
    const ways = [
      (device: TestDevice) => openWithoutPhrase(device),
      (device: TestDevice) => openByPhrase(device, noor.phrase),
    ]
    for (const open of ways) {
      const later = noor.device.reload()
      // the lock comes at the very last moment, when everything is there but not yet held
      const keepRecipient: typeof later.store.keepRecipient = async (...given) => {
        await lockDevice(later)
        await later.store.keepRecipient(...given)
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

  test('opens nothing by what it keeps once the server has forgotten its half', async () => {
    const noor = await newPerson(app)
    const kept = await noor.device.store.wrap(noor.id)
    await lockDevice(noor.device)
    if (kept) await noor.device.store.keepWrap(noor.id, kept)
    noor.device.lockMark.clear()
    expect(await openWithoutPhrase(noor.device.reload())).toBeNull()
    expect(await noor.device.store.wrap(noor.id)).toBeNull()
  })
})

describe('a device that others use too', () => {
  test('asks for the phrase on every load, and keeps nothing that opens', async () => {
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

  test('can become one’s own, and the other way round', async () => {
    const noor = await newPerson(app, { onlyMe: false })
    await sendDeviceUse(noor.device, true)
    expect((await openWithoutPhrase(noor.device.reload()))?.uid).toBe(noor.id)
    await sendDeviceUse(noor.device, false)
    expect(await openWithoutPhrase(noor.device.reload())).toBeNull()
  })
})

describe('signing up', () => {
  test('sent twice makes one account', async () => {
    const device = await newDevice(app)
    const attempt = makeSignUp(device)
    const details = {
      name: 'Noor',
      email: `Noor-${crypto.randomUUID()}@Posta.example`,
      phrase: 'velvet canyon lemon whisper',
      onlyMe: true,
    }
    const first = await attempt(details)
    expect((await attempt(details)).uid).toBe(first.uid)
    expect(await device.call(getMe, {})).toMatchObject({ id: first.uid, email: details.email, sparePageSavedOn: null })
  })

  test('of two at once with one email lets one through', async () => {
    const email = `two-${crypto.randomUUID()}@posta.example`
    const details = { name: 'Noor', email, onlyMe: true }
    const devices = [await newDevice(app), await newDevice(app)]
    const outcomes = await Promise.allSettled(
      devices.map((device, index) => makeSignUp(device)({ ...details, phrase: `a phrase of number ${index}` })),
    )
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'email-taken' } })
  })

  test('with an email that has an account, however it is written, says so', async () => {
    const noor = await newPerson(app)
    const device = await newDevice(app)
    const details = {
      name: 'Other',
      email: ` ${noor.email.toUpperCase()}`.trim(),
      phrase: 'a phrase of somebody else',
      onlyMe: true,
    }
    await expect(makeSignUp(device)(details)).rejects.toMatchObject({ code: 'email-taken' })
  })
})

describe('signing in', () => {
  test('elsewhere opens the same journal, and names the place without a version', async () => {
    const noor = await newPerson(app)
    const phone = await noor.signInElsewhere({ label: 'Safari on iPhone', onlyMe: true })
    expect(phone.journal.vault()?.bundle).toEqual(noor.vault().bundle)
    const { sessions } = await phone.call(listSessions, {})
    expect(sessions.map(({ label, current }) => [label, current])).toEqual([
      ['Safari on iPhone', true],
      ['Firefox on Linux', false],
    ])
  })

  test('out keeps drafts and floors, and nothing that opens or names whom to write to', async () => {
    const noor = await newPerson(app)
    const { store } = noor.device
    await store.keepDraft(noor.id, { id: crypto.randomUUID(), of: null, sealed: 'AAAA' as never, savedAt: 1 })
    await signOut(noor.device, noor.id)
    await expect(noor.device.call(getMe, {})).rejects.toMatchObject({ code: 'signed-out' })
    expect(await store.wrap(noor.id)).toBeNull()
    expect(await store.recipient(noor.id)).toBeNull()
    expect(await store.drafts(noor.id)).toHaveLength(1)
    expect(await store.floors(noor.id)).not.toBeNull()
    await signIn(noor.device, { email: noor.email, phrase: noor.phrase, onlyMe: true })
    expect(await store.recipient(noor.id)).toBe(noor.vault().bundle.enc)
  })
})

describe('the keyring', () => {
  test('takes changes from two devices at once, and loses none', async () => {
    const noor = await newPerson(app)
    const phone = await noor.signInElsewhere()
    const other = phone.journal.vault()
    if (!other) throw new Error('The phone did not open.')
    const invite =
      (pairId: string) =>
      <K extends { invites: Readonly<Record<string, string>> }>(keyring: K): K => ({
        ...keyring,
        invites: { ...keyring.invites, [pairId]: 'AAAAAAAAAAAAAAAAAAAAAA' },
      })
    const [first, second] = [crypto.randomUUID(), crypto.randomUUID()]
    await Promise.all([
      saveKeyring(noor.device, noor.vault(), invite(first)),
      saveKeyring(phone, other, invite(second)),
    ])
    const third = await noor.signInElsewhere()
    expect(Object.keys(third.journal.vault()?.keyring.invites ?? {}).sort()).toEqual([first, second].sort())
  })

  test('shown at an earlier state is asked about, once, and opens nothing until it is answered', async () => {
    const noor = await newPerson(app)
    const before = await noor.device.call(getVault, {})
    await saveKeyring(noor.device, noor.vault(), (keyring) => ({
      ...keyring,
      invites: { [crypto.randomUUID()]: 'AAAAAAAAAAAAAAAAAAAAAA' },
    }))
    const restored = noor.device.reload()
    const call: typeof restored.call = async (contract, input, options) => {
      const answer = await restored.call(contract, input, options)
      return contract.path === getVault.path && contract.method === 'GET'
        ? ({ ...(answer as object), keyring: before.keyring, keyringRev: before.keyringRev } as typeof answer)
        : answer
    }
    const shown = { ...restored, call }
    await expect(openWithoutPhrase(shown)).rejects.toMatchObject({ code: 'earlier-state' })
    expect(shown.journal.vault()).toBeNull()
    expect((await openWithoutPhrase(shown, { acceptEarlier: true }))?.keyring.rev).toBe(before.keyringRev)
    expect((await openWithoutPhrase({ ...noor.device.reload(), call }))?.keyring.rev).toBe(before.keyringRev)
  })
})

describe('the spare page', () => {
  test('opens the journal with a new phrase, ends every session, and is a new one afterwards', async () => {
    const noor = await newPerson(app)
    const phone = await noor.signInElsewhere()
    const code = sparePageCode(noor.vault())
    if (!code) throw new Error('There is no code.')
    await sendSparePageSaved(noor.device, noor.vault())
    expect(sparePageCode(noor.vault())).toBeNull()
    expect(await noor.device.call(getMe, {})).toMatchObject({ sparePageSavedOn: '2026-11-24' })

    const borrowed = await newDevice(app)
    const recovery = await beginRecovery(borrowed, { email: noor.email, code: code.toLowerCase().replaceAll('-', ' ') })
    const vault = await recovery.choose({ phrase: 'quite another phrase now', onlyMe: false })
    expect(vault.uid).toBe(noor.id)
    expect(await borrowed.call(getMe, {})).toMatchObject({ sparePageSavedOn: null })
    expect(sparePageCode(vault)).not.toBe(code)
    await expect(phone.call(getMe, {})).rejects.toMatchObject({ code: 'signed-out' })
    await expect(noor.device.call(getMe, {})).rejects.toMatchObject({ code: 'signed-out' })
    await expect(beginRecovery(await newDevice(app), { email: noor.email, code })).rejects.toMatchObject({
      code: 'not-known',
    })
    await expect(signIn(await newDevice(app), { ...noor, onlyMe: true })).rejects.toMatchObject({ code: 'not-known' })
  })
})
