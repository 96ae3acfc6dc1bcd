// When a session ends, and that nobody else can open or end it.
import { beforeAll, describe, expect, test } from 'vitest'
import { newDevice } from '@/lib/testing/devices'
import { newPerson } from '@/lib/testing/people'
import { type ServedApp, sharedApp } from '@/lib/testing/served'
import { toBase64url } from '@/lib/vault/base64url'
import { random } from '@/lib/vault/primitives'
import { csrf, endOtherSessions, endSession, getMe, listSessions, putSessionUse } from './contract'

let app: ServedApp
beforeAll(async () => {
  app = await sharedApp('2026-11-24T08:00:00.000Z')
})

describe('a session', () => {
  test('that was ended elsewhere is refused on the next request, and its cookie cleared', async () => {
    const noor = await newPerson(app)
    const phone = await noor.signInElsewhere()
    const { sessions } = await noor.device.call(listSessions, {})
    const ended = sessions.find(({ current }) => !current)
    await noor.device.call(endSession, { sessionId: ended?.id ?? '' })
    await expect(phone.call(getMe, {})).rejects.toMatchObject({ code: 'signed-out' })
    expect(phone.jar.get('fivefold-session')).toBeNull()
    await expect(noor.device.call(endSession, { sessionId: ended?.id ?? '' })).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  test('stays while all others are ended', async () => {
    const noor = await newPerson(app)
    const [phone, tablet] = [await noor.signInElsewhere(), await noor.signInElsewhere()]
    await noor.device.call(endOtherSessions, {})
    for (const device of [phone, tablet])
      await expect(device.call(getMe, {})).rejects.toMatchObject({ code: 'signed-out' })
    expect((await noor.device.call(listSessions, {})).sessions).toHaveLength(1)
  })

  test('of somebody else can’t be ended', async () => {
    const [noor, elias] = [await newPerson(app), await newPerson(app, { name: 'Elias' })]
    const { sessions } = await elias.device.call(listSessions, {})
    await expect(noor.device.call(endSession, { sessionId: sessions[0]?.id ?? '' })).rejects.toMatchObject({
      code: 'not-found',
    })
    expect((await elias.device.call(getMe, {})).id).toBe(elias.id)
  })

  test('can’t be opened without the page’s token, or with the token of another page', async () => {
    const noor = await newPerson(app)
    const device = await newDevice(app)
    const send = (csrfToken: string) =>
      device.fetch('/api/auth/callback/credentials', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          email: noor.email,
          authKey: toBase64url(random(32)),
          onlyMe: true,
          label: 'x',
          csrfToken,
        }),
      })
    expect((await send('')).status).toBe(422)
    expect((await send('a'.repeat(64))).status).toBe(403)
    const { csrfToken } = await noor.device.call(csrf, {})
    expect((await send(csrfToken)).status).toBe(403)
    expect(device.jar.get('fivefold-session')).toBeNull()
  })
})

describe('after days', () => {
  test('a session ends 30 days after its last use, and on a shared device a day after sign-in', async () => {
    const [noor, elias] = [await newPerson(app), await newPerson(app, { onlyMe: false })]
    await app.at('2026-12-20T08:00:00.000Z')
    await expect(elias.device.call(getMe, {})).rejects.toMatchObject({ code: 'signed-out' })
    await noor.device.call(putSessionUse, { onlyMe: true })
    await app.at('2027-01-18T08:00:00.000Z')
    expect((await noor.device.call(getMe, {})).id).toBe(noor.id)
    await app.at('2027-01-19T08:00:01.000Z')
    await expect(noor.device.call(getMe, {})).rejects.toMatchObject({ code: 'signed-out' })
  })
})
