// What sign-in reveals, counts and ends, tested with HTTP requests that anybody could send.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newDevice, type TestDevice } from '@/lib/testing/devices'
import { times } from '@/lib/testing/full-counts'
import { reportFigure } from '@/lib/testing/soak/figure'
import { newPerson, type TestPerson } from '@/lib/testing/people'
import { served, type ServedApp } from '@/lib/testing/served'
import type { Problem } from '@/lib/http/problem'
import { toBase64url } from '@/lib/vault/base64url'
import { random } from '@/lib/vault/primitives'
import { csrf, endOtherSessions, prelogin, putSparePageCode, getVault } from './contract'
import { beginRecovery } from './recovery'
import { sparePageCode } from './spare-page'
import { signIn } from './sign-in'
import { signUp } from './sign-up'

const morning = '2026-11-24T08:00:00.000Z'

let app: ServedApp
beforeAll(async () => {
  app = await served({ at: morning, trustProxyHops: 1, limits: { networkSignInBurst: 10, signUpsPerHour: 5 } })
})
afterAll(() => app.stop())

let block = 0
/** Makes the address of a new network, as a proxy sends it. */
const newNetwork = () => `10.${Math.floor(++block / 256)}.${block % 256}.7`

const person = (options: Parameters<typeof newPerson>[1] = {}) => newPerson(app, { address: newNetwork(), ...options })

const tokens = new WeakMap<TestDevice, string>()

/** Tries to sign in with a wrong key. Derives nothing, as an attacker would not. */
async function tryKey(device: TestDevice, email: string): Promise<Response> {
  const csrfToken = tokens.get(device) ?? (await device.call(csrf, {})).csrfToken
  tokens.set(device, csrfToken)
  return device.fetch('/api/auth/callback/credentials', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, authKey: toBase64url(random(32)), onlyMe: false, label: 'A browser', csrfToken }),
  })
}

/** Reads an answer without its random parts: the request's id, the time, and the csrf cookie's value. */
async function readRefusal(answer: Response) {
  const { requestId, ...body } = (await answer.json()) as { requestId?: string }
  expect(requestId).toMatch(/^[0-9a-f-]{36}$/)
  const headers = [...answer.headers]
    .filter(([name]) => !['date', 'content-length'].includes(name))
    .map(([name, value]) => (name === 'set-cookie' ? [name, value.replace(/=[^;]*/, '=')] : [name, value]))
  return { status: answer.status, body, headers, length: answer.headers.get('content-length') }
}

describe('whether an account exists', () => {
  test('is not revealed by signing in: an unknown email and a wrong phrase have the same answer', async () => {
    const noor = await person()
    const known = await readRefusal(await tryKey(await newDevice(app, { address: newNetwork() }), noor.email))
    const unknown = await readRefusal(
      await tryKey(await newDevice(app, { address: newNetwork() }), 'nobody@posta.example'),
    )
    expect(known).toEqual(unknown)
    expect(known).toMatchObject({ status: 401, body: { code: 'not-known' } })
  })

  test('is not revealed by the salt of an email, which is the same each time', async () => {
    const noor = await person()
    const stranger = await newDevice(app, { address: newNetwork() })
    const request = (email: string) => stranger.call(prelogin, { email })
    for (const email of [noor.email, 'nobody@posta.example']) {
      expect(await request(email)).toEqual(await request(` ${email.toUpperCase()}`.trim()))
      expect(await request(email)).toMatchObject({ kdf: 1, salt: expect.stringMatching(/^[A-Za-z0-9_-]{22}$/) })
    }
    expect(await request('nobody@posta.example')).not.toEqual(await request('nobody2@posta.example'))
  })

  test('is not revealed by the spare page', async () => {
    const noor = await person()
    const request = async (email: string) =>
      readRefusal(
        await (await newDevice(app, { address: newNetwork() })).fetch('/api/recovery', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ email, recoveryAuth: toBase64url(random(32)) }),
        }),
      )
    expect(await request(noor.email)).toEqual(await request('nobody@posta.example'))
  })

  test('is not revealed by the waits between tries', async () => {
    const noor = await person()
    const waits = async (email: string) => {
      const device = await newDevice(app, { address: newNetwork() })
      const answers = []
      for (let n = 0; n < 7; n++) answers.push(await tryKey(device, email))
      return answers.map(({ status, headers }) => [status, headers.get('retry-after')])
    }
    expect(await waits(noor.email)).toEqual(await waits('nobody@posta.example'))
  })
})

describe('too many tries', () => {
  test('slow down the device that makes them, even with the right phrase', async () => {
    const noor = await person()
    const address = newNetwork()
    const device = await newDevice(app, { address })
    const statuses = []
    for (let n = 0; n < 6; n++) statuses.push((await tryKey(device, noor.email)).status)
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429])
    await expect(signIn(await newDevice(app, { address }), { ...noor, onlyMe: false })).rejects.toMatchObject({
      code: 'slow-down',
      details: { retryAfter: 2 },
    })
    await app.on(2000)
    await signIn(await newDevice(app, { address }), { ...noor, onlyMe: false })
  })

  test('never delay a known device, even hundreds from the same network', async () => {
    const tries = times(500, 150)
    const home = newNetwork()
    const noor = await newPerson(app, { address: home })
    const attacker = await newDevice(app, { address: home })
    let refused = 0
    for (let n = 0; n < tries; n++) refused += Number((await tryKey(attacker, noor.email)).status === 429)
    expect(refused).toBeGreaterThan(0.8 * tries)
    await expect(signIn(await newDevice(app, { address: home }), { ...noor, onlyMe: true })).rejects.toMatchObject({
      code: 'slow-down',
    })
    // A known device keeps its cookie when it signs out.
    noor.device.jar.drop('fivefold-session')
    await signIn(noor.device.reload(), { ...noor, onlyMe: true })
    reportFigure('lockout', tries)
  })

  test('never keep a known device from its spare page, from the same network too', async () => {
    const home = newNetwork()
    const noor = await newPerson(app, { address: home })
    const code = sparePageCode(noor.vault()) ?? ''
    const attacker = await newDevice(app, { address: home })
    const tryCode = (device: TestDevice, email = noor.email) =>
      device.fetch('/api/recovery', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email, recoveryAuth: toBase64url(random(32)) }),
      })
    for (let n = 0; n < 20; n++) await tryKey(attacker, `made-up-${n}@posta.example`)
    // sign-ins do not count for the spare page at all
    expect((await tryCode(attacker)).status).toBe(401)
    for (let n = 0; n < 40; n++) await tryCode(attacker, n % 2 === 0 ? noor.email : `made-up-${n}@posta.example`)
    expect((await tryCode(await newDevice(app, { address: home }))).status).toBe(429)
    noor.device.jar.drop('fivefold-session')
    const recovery = await beginRecovery(noor.device.reload(), { email: noor.email, code })
    // and the sign-in after it is not refused either, though no device is known any more but this one
    await recovery.choose({ phrase: 'quite another phrase of hers', onlyMe: true })
    // its own tries are slowed down
    noor.device.jar.drop('fivefold-session')
    const statuses = []
    for (let n = 0; n < 6; n++) statuses.push((await tryCode(noor.device)).status)
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429])
  })

  test('of a phrase for a new spare page slow down the session that makes them', async () => {
    const noor = await person()
    const { keyringRev: ifMatch } = await noor.device.call(getVault, {})
    const wrong = `${'B'.repeat(42)}A`
    const body = { authKey: wrong, vkRec: 'B'.repeat(80), recoveryAuth: wrong, keyring: 'B'.repeat(80), ifMatch }
    const codes = []
    for (let n = 0; n < 6; n++)
      codes.push(await noor.device.call(putSparePageCode, body).catch((error: Problem) => error.code))
    expect(codes).toEqual([...Array<string>(5).fill('not-known'), 'slow-down'])
    await noor.signInElsewhere({ address: newNetwork() })
  })

  test('from the same network count together, for any account', async () => {
    const home = newNetwork()
    const statuses = []
    for (let n = 0; n < 11; n++)
      statuses.push((await tryKey(await newDevice(app, { address: home }), `somebody-${n}@posta.example`)).status)
    expect(statuses).toEqual([...Array<number>(10).fill(401), 429])
  })

  test('count for the proxy’s address, not for an address that the client invents', async () => {
    const home = newNetwork()
    const statuses = []
    for (let n = 0; n < 6; n++)
      statuses.push(
        (await tryKey(await newDevice(app, { address: `203.0.113.${n}, ${home}` }), 'same@posta.example')).status,
      )
    expect(statuses.at(-1)).toBe(429)
  })

  test('allow five sign-ups an hour from a network', async () => {
    const home = newNetwork()
    const make = async (n: number) =>
      signUp(await newDevice(app, { address: home }), {
        name: 'Noor',
        email: `many-${block}-${n}@posta.example`,
        phrase: 'a phrase long enough',
        onlyMe: false,
      })
    for (let n = 0; n < 5; n++) await make(n)
    await expect(make(5)).rejects.toMatchObject({ code: 'slow-down' })
  })
})

test('a session that is ended takes its known device with it, and recovery takes them all', async () => {
  const home = newNetwork()
  const noor = await newPerson(app, { address: home })
  const phone = await noor.signInElsewhere({ address: home })
  const lockOut = async () => {
    const attacker = await newDevice(app, { address: home })
    for (let n = 0; n < 12; n++) await tryKey(attacker, `made-up-${n}@posta.example`)
  }
  const isKnown = async (device: TestDevice) => (await tryKey(device, noor.email)).status === 401
  await lockOut()
  expect([await isKnown(noor.device), await isKnown(phone)]).toEqual([true, true])
  await noor.device.call(endOtherSessions, {})
  expect([await isKnown(noor.device), await isKnown(phone)]).toEqual([true, false])
  const helper = await newDevice(app, { address: newNetwork() })
  const code = sparePageCode(noor.vault()) ?? ''
  const recovery = await beginRecovery(helper, { email: noor.email, code })
  await recovery.choose({ phrase: 'quite another phrase of hers', onlyMe: true })
  expect(await isKnown(noor.device)).toBe(false)
  expect(await isKnown(helper)).toBe(true)
})

describe('signing up again with the id of an account', () => {
  const again = async (noor: TestPerson, changes: Record<string, unknown>, address = newNetwork()) => {
    const device = await newDevice(app, { address })
    const answer = await device.fetch('/api/accounts', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...(await sentAccount(noor)), ...changes }),
    })
    return [answer.status, answer.status === 204 ? null : ((await answer.json()) as { code: string }).code] as const
  }
  const sent = new Map<string, Record<string, unknown>>()
  const sentAccount = async ({ id }: TestPerson) => sent.get(id) ?? {}

  /** A person whose sign-up request is kept. */
  async function remembered(): Promise<TestPerson> {
    const device = await newDevice(app, { address: newNetwork() })
    let body: Record<string, unknown> = {}
    const tag = crypto.randomUUID().slice(0, 8)
    const details = { name: 'Noor', email: `noor-${tag}@posta.example`, phrase: `a phrase that ${tag} keeps` }
    const call: typeof device.call = (contract, input, options) => {
      if (contract.path === '/api/accounts') body = input as Record<string, unknown>
      return device.call(contract, input, options)
    }
    const { uid } = await signUp({ ...device, call }, { ...details, onlyMe: true })
    sent.set(uid, body)
    return { ...(await person()), ...details, id: uid, device }
  }

  test('tells nobody whether a phrase is right: it succeeds only if every value is the saved one', async () => {
    const noor = await remembered()
    expect(await again(noor, {})).toEqual([204, null])
    const others = {
      vkPw: 'B'.repeat(80),
      vkRec: 'B'.repeat(80),
      keyring: 'B'.repeat(80),
      recoveryAuth: `${'B'.repeat(42)}A`,
    }
    const refused = [409, 'id-taken']
    // who guesses a phrase has the salt and the id, and not the wraps: both answers are the same
    expect(await again(noor, others)).toEqual(refused)
    expect(await again(noor, { ...others, authKey: `${'B'.repeat(42)}A` })).toEqual(refused)
    for (const [name, value] of Object.entries({
      ...others,
      authKey: `${'B'.repeat(42)}A`,
      salt: `${'B'.repeat(21)}A`,
      name: 'X',
    }))
      expect([name, await again(noor, { [name]: value })]).toEqual([name, refused])
  })

  test('counts as a sign-in does', async () => {
    const [noor, home] = [await remembered(), newNetwork()]
    const statuses = []
    for (let n = 0; n < 6; n++) statuses.push((await again(noor, { vkPw: 'B'.repeat(80) }, home))[0])
    expect(statuses).toEqual([409, 409, 409, 409, 409, 429])
    expect((await tryKey(await newDevice(app, { address: home }), noor.email)).status).toBe(429)
  })
})
