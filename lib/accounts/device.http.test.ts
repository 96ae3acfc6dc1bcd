import { beforeAll, describe, expect, test } from 'vitest'
import { Unreachable } from '@/lib/http/call'
import { newDevice, type TestDevice } from '@/lib/testing/devices'
import { newPerson } from '@/lib/testing/people'
import { sharedApp, type ServedApp } from '@/lib/testing/served'
import { changeMe, getMe, getVault, listSessions, postSignIn, putSparePageCode, setDeviceKey } from './contract'
import { lockDevice, signOut } from '@/lib/device/device-lock'
import { sendDeviceUse } from '@/lib/device/device-use'
import { saveKeyring } from '@/lib/device/save-keyring'
import { LockedMeanwhile, openByPhrase, openWithoutPhrase } from '@/lib/device/open-journal'
import { beginRecovery } from './recovery'
import { signIn } from './sign-in'
import { makeSignUp } from './sign-up'
import { sendNewSparePage, sendSparePageSaved, sparePageCode } from './spare-page'

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

  test('signing out removes the record, as it removes the wrap', async () => {
    const noor = await newPerson(app)
    expect(await noor.device.store.use(noor.id)).toBe('only-me')
    await signOut(noor.device, noor.id)
    expect(await noor.device.store.use(noor.id)).toBeNull()
  })
})

describe('signing up', () => {
  test('makes one account when it is retried', async () => {
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

  test('succeeds for only one of two concurrent sign-ups with the same email', async () => {
    const email = `two-${crypto.randomUUID()}@posta.example`
    const details = { name: 'Noor', email, onlyMe: true }
    const devices = [await newDevice(app), await newDevice(app)]
    const outcomes = await Promise.allSettled(
      devices.map((device, index) => makeSignUp(device)({ ...details, phrase: `a phrase of number ${index}` })),
    )
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'email-taken' } })
  })

  test('refuses a name that shows nothing or would rewrite the sentence it is in, then and later', async () => {
    const noor = await newPerson(app)
    for (const name of ['\u200b', '\u3164', 'No\u202eor', 'No\nor', '\u2066Noor']) {
      const refused = { code: 'wrong-shape', details: { fields: ['body.name'] } }
      await expect(newPerson(app, { name })).rejects.toMatchObject(refused)
      await expect(noor.device.call(changeMe, { name })).rejects.toMatchObject(refused)
    }
    for (const name of ['نور', 'Zoë & Max', '🌻']) await noor.device.call(changeMe, { name })
  })

  test('refuses an email that has an account, in any way of typing it', async () => {
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

describe('signing in and out', () => {
  test('opens the same journal on another device, which is named without a version', async () => {
    const noor = await newPerson(app)
    const phone = await noor.signInElsewhere({ label: 'Safari on iPhone', onlyMe: true })
    expect(phone.journal.vault()?.bundle).toEqual(noor.vault().bundle)
    const { sessions } = await phone.call(listSessions, {})
    expect(sessions.map(({ label, current }) => [label, current])).toEqual([
      ['Safari on iPhone', true],
      ['Firefox on Linux', false],
    ])
  })

  test('removes everything but drafts and floors from the device after signing out', async () => {
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
  test('keeps the changes of two devices at once', async () => {
    const noor = await newPerson(app)
    const phone = await noor.signInElsewhere()
    const phoneVault = phone.journal.vault()
    if (!phoneVault) throw new Error('The journal is locked.')
    const invite =
      (pairId: string) =>
      <K extends { invites: Readonly<Record<string, string>> }>(keyring: K): K => ({
        ...keyring,
        invites: { ...keyring.invites, [pairId]: 'AAAAAAAAAAAAAAAAAAAAAA' },
      })
    const [first, second] = [crypto.randomUUID(), crypto.randomUUID()]
    await Promise.all([
      saveKeyring(noor.device, noor.vault(), invite(first)),
      saveKeyring(phone, phoneVault, invite(second)),
    ])
    const third = await noor.signInElsewhere()
    expect(Object.keys(third.journal.vault()?.keyring.invites ?? {}).sort()).toEqual([first, second].sort())
  })

  test('at an earlier version opens nothing until the person has confirmed a restore, once', async () => {
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

describe('a made phrase that is typed with capitals', () => {
  const made = 'velvet canyon lemon wisdom oak'
  const capitals = ['Velvet canyon lemon wisdom oak', 'VELVET CANYON LEMON WISDOM OAK']

  test('opens, and counts as one attempt', async () => {
    const noor = await newPerson(app, { phrase: made })
    for (const phrase of capitals) {
      const device = await newDevice(app)
      let sent = 0
      const call: typeof device.call = (contract, input, options) => {
        if (contract.path === postSignIn.path) sent += 1
        return device.call(contract, input, options)
      }
      expect((await signIn({ ...device, call }, { email: noor.email, phrase, onlyMe: true })).uid).toBe(noor.id)
      expect(sent).toBe(1)
      await lockDevice(device)
      expect((await openByPhrase(device.reload(), phrase)).uid).toBe(noor.id)
      await sendNewSparePage(noor.device, noor.vault(), phrase)
    }
  })

  test('is itself the phrase where a person chose the capitals', async () => {
    const phrase = 'Velvet canyon lemon wisdom oak'
    const noor = await newPerson(app, { phrase })
    expect((await signIn(await newDevice(app), { email: noor.email, phrase, onlyMe: true })).uid).toBe(noor.id)
    await expect(signIn(await newDevice(app), { email: noor.email, phrase: made, onlyMe: true })).rejects.toMatchObject(
      {
        code: 'not-known',
      },
    )
  })
})

describe('the spare page', () => {
  test('sets a new phrase, ends every session, and is replaced itself', async () => {
    const noor = await newPerson(app)
    const phone = await noor.signInElsewhere()
    const code = sparePageCode(noor.vault())
    if (!code) throw new Error('The keyring holds no code.')
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

  test('can be replaced at any time: the former one, and what it had opened, ends at once', async () => {
    const noor = await newPerson(app)
    const phone = await noor.signInElsewhere()
    const former = sparePageCode(noor.vault()) ?? ''
    await sendSparePageSaved(noor.device, noor.vault())
    const before = await beginRecovery(await newDevice(app), { email: noor.email, code: former })

    const vault = await sendNewSparePage(noor.device, noor.vault(), noor.phrase)
    const code = sparePageCode(vault) ?? ''
    expect(code).not.toBe(former)
    expect(sparePageCode(noor.vault())).toBe(code)
    expect(await noor.device.call(getMe, {})).toMatchObject({ sparePageSavedOn: null })
    expect(sparePageCode(await openByPhrase(phone.reload(), noor.phrase))).toBe(code)
    await expect(before.choose({ phrase: 'quite another phrase now', onlyMe: true })).rejects.toMatchObject({
      code: 'not-known',
    })
    await expect(beginRecovery(await newDevice(app), { email: noor.email, code: former })).rejects.toMatchObject({
      code: 'not-known',
    })
    const recovery = await beginRecovery(await newDevice(app), { email: noor.email, code })
    expect((await recovery.choose({ phrase: 'quite another phrase now', onlyMe: true })).uid).toBe(noor.id)
  })

  test('can’t be replaced without the phrase, nor over a newer keyring', async () => {
    const noor = await newPerson(app)
    const code = sparePageCode(noor.vault())
    await expect(sendNewSparePage(noor.device, noor.vault(), 'not the phrase at all')).rejects.toMatchObject({
      code: 'wrong-phrase',
    })
    const { keyring, keyringRev: ifMatch } = await noor.device.call(getVault, {})
    const blob = 'B'.repeat(80)
    const rubbish = { authKey: `${'B'.repeat(42)}A`, vkRec: blob, recoveryAuth: `${'B'.repeat(42)}A`, keyring: blob }
    await expect(noor.device.call(putSparePageCode, { ...rubbish, ifMatch })).rejects.toMatchObject({
      code: 'not-known',
    })
    expect(await noor.device.call(getVault, {})).toMatchObject({ keyring, keyringRev: ifMatch })
    expect(sparePageCode(await openByPhrase(noor.device.reload(), noor.phrase))).toBe(code)
  })

  test('is replaced once, also when the answer is lost or another device writes first', async () => {
    const noor = await newPerson(app)
    const phone = await noor.signInElsewhere()
    await sendSparePageSaved(noor.device, noor.vault())
    const onPhone = phone.journal.vault()
    if (!onPhone) throw new Error('The journal of the phone is shut.')
    let lost = 0
    const call: typeof phone.call = async (contract, input, options) => {
      const answer = await phone.call(contract, input, options)
      if (contract.path === putSparePageCode.path && lost++ === 0) throw new Unreachable('lost')
      return answer
    }
    await expect(sendNewSparePage({ ...phone, call }, onPhone, noor.phrase)).rejects.toThrow(Unreachable)
    const vault = await sendNewSparePage({ ...phone, call }, onPhone, noor.phrase)
    expect(vault.keyring.former).toEqual([])
    const code = sparePageCode(vault) ?? ''
    const recovery = await beginRecovery(await newDevice(app), { email: noor.email, code })
    expect((await recovery.choose({ phrase: 'quite another phrase now', onlyMe: true })).uid).toBe(noor.id)
  })
})
