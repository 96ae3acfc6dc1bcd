// A page of another site can make a browser send requests with its cookies. None of them changes anything.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getMe } from '@/lib/accounts/contract'
import { newCouple, type TestPerson } from '@/lib/testing/people'
import { served, type ServedApp } from '@/lib/testing/served'

let app: ServedApp, noor: TestPerson
beforeAll(async () => {
  app = await served()
  noor = (await newCouple(app)).a
})
afterAll(() => app.stop())

/** Twelve requests that do not come from a page of ours, or do not show where they come from. */
const elsewhere = (): Record<string, Record<string, string>> => ({
  'no origin at all': {},
  'another origin': { origin: 'https://evil.example' },
  'an opaque origin': { origin: 'null' },
  'another port of this machine': { origin: 'http://localhost:1' },
  'the same name on https': { origin: app.origin.replace('http:', 'https:') },
  'a name that begins with ours': { origin: `${app.origin}.evil.example` },
  'this machine by its IP address': { origin: app.origin.replace('localhost', '127.0.0.1') },
  'no origin, from another site': { 'sec-fetch-site': 'cross-site' },
  'no origin, from a sibling of this site': { 'sec-fetch-site': 'same-site' },
  'no origin, typed by hand': { 'sec-fetch-site': 'none' },
  'our origin, from another site': { origin: app.origin, 'sec-fetch-site': 'cross-site' },
  'a forwarded host that names the other origin': {
    origin: 'https://evil.example',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'https',
  },
})

// One route of each kind: for a signed-in viewer, through a door, and open.
const mutations = [
  ['PATCH', '/api/me', { name: 'Changed' }],
  ['DELETE', '/api/couple', undefined],
  ['POST', '/api/auth/prelogin', { email: 'noor@posta.example' }],
] as const

const ask = (method: string, path: string, body: object | undefined, headers: Record<string, string>) =>
  fetch(new URL(path, app.origin), {
    method,
    headers: { cookie: noor.device.jar.header(), ...(body && { 'content-type': 'application/json' }), ...headers },
    ...(body && { body: JSON.stringify(body) }),
  })

describe.each(mutations)('%s %s', (method, path, body) => {
  test('is refused from everywhere else, and changes nothing', async () => {
    for (const [from, headers] of Object.entries(elsewhere())) {
      const answer = await ask(method, path, body, headers)
      expect([from, answer.status, ((await answer.json()) as { code: string }).code]).toEqual([
        from,
        403,
        'wrong-origin',
      ])
    }
    expect(Object.keys(elsewhere())).toHaveLength(12)
    expect((await noor.device.call(getMe, {})).name).toBe('Noor')
    expect(((await (await noor.device.fetch('/api/couple')).json()) as { couple: unknown }).couple).not.toBeNull()
  })

  test('is allowed from a page of ours', async () => {
    if (method === 'DELETE') return expect((await ask('GET', path, undefined, {})).status).toBe(200)
    expect(
      (await ask(method, path, { ...body, ...(path === '/api/me' && { name: 'Noor' }) }, { origin: app.origin }))
        .status,
    ).toBeLessThan(300)
    expect(
      (
        await ask(
          method,
          path,
          { ...body, ...(path === '/api/me' && { name: 'Noor' }) },
          { 'sec-fetch-site': 'same-origin' },
        )
      ).status,
    ).toBeLessThan(300)
  })
})

test('content types that a form of another page can send are refused', async () => {
  for (const type of [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'application/json; charset=utf-8',
  ]) {
    const answer = await ask('PATCH', '/api/me', { name: 'Changed' }, { origin: app.origin, 'content-type': type })
    expect([type, answer.status]).toEqual([type, 415])
  }
})
