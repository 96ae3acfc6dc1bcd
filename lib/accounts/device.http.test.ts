// Signing up, in and out on a device.
import { beforeAll, describe, expect, test } from 'vitest'
import { newDevice } from '@/lib/testing/devices'
import { newPerson } from '@/lib/testing/people'
import { sharedApp, type ServedApp } from '@/lib/testing/served'
import { changeMe, getMe, listSessions, postSignIn } from './contract'
import { lockDevice, signOut } from '@/lib/device/device-lock'
import { openByPhrase } from '@/lib/device/open-journal'
import { signIn } from './sign-in'
import { makeSignUp } from './sign-up'
import { sendNewSparePage } from './spare-page'

let app: ServedApp
beforeAll(async () => {
  app = await sharedApp('2026-11-24T08:00:00.000Z')
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
