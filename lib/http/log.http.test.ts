// The output of the process while things go wrong contains no text, name, email, id or secret of a person.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contracts } from '@/lib/openapi/contracts'
import { connect, type Client } from '@/lib/db/connection'
import { bareSignUp } from '@/lib/testing/bare-accounts'
import { builtPages } from '@/lib/testing/built-pages'
import { who } from '@/lib/testing/policy-people'
import { served, type ServedApp } from '@/lib/testing/served'
import { cookieOf, putSignedIn } from '@/lib/testing/signed-in'

let app: ServedApp
let db: Client
beforeAll(async () => {
  app = await served({ at: '2026-11-24T12:00:00.000Z' })
  db = await connect(app.ownerUrl)
  await putSignedIn(db)
})
afterAll(async () => {
  await db.end()
  await app.stop()
})

const canary = 'kanarienvogel'
const email = `${canary}@posta.example`
const bytes = (n: number) => canary.padEnd(n, 'A')
/** A UUID with digits that no other id has. */
const id = `c0ffee00-${randomUUID().slice(9)}`

const ask = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
  const answer = await fetch(app.origin + path, {
    method,
    redirect: 'manual',
    headers: { origin: app.origin, cookie: cookieOf('ana'), 'content-type': 'application/json', ...headers },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  await answer.text()
  return answer.status
}

/** Requests every route and page, with canaries wherever text can be sent. */
async function requestEverything(): Promise<number[]> {
  const statuses: number[] = []
  for (const { method, path } of contracts) {
    const address = path.replace(/\{\w+\}/g, id)
    const body =
      method === 'GET'
        ? undefined
        : { email, authKey: bytes(43), name: canary, title: canary, sealed: canary, token: bytes(43), id }
    statuses.push(
      await ask(method, address, body, { 'if-match': '"1"', 'x-invite-token': bytes(43), 'user-agent': canary }),
    )
    statuses.push(
      await ask(method, `${address}?coupleId=${id}&after=${canary}`, body === undefined ? undefined : `{"${canary}":`),
    )
  }
  for (const page of builtPages)
    statuses.push(await ask('GET', `${page.replace(/\[\w+\]/g, id)}?coupleId=${id}&text=${canary}`))
  return statuses
}

/** Well-formed requests, which reach the database. */
const wellFormed = async () => [
  await ask('POST', '/api/accounts', {
    ...bareSignUp(randomUUID()),
    name: canary,
    email,
    vkPw: bytes(80),
    keyring: bytes(80),
    authKey: bytes(43),
  }),
  await ask('POST', '/api/auth/prelogin', { email }),
  await ask('POST', '/api/recovery', { email, recoveryAuth: bytes(43) }),
  await ask('PATCH', '/api/me', { name: canary }),
  await ask('POST', '/api/entries', { entries: [{ id, sealed: canary }] }),
  await ask('PUT', `/api/entries/${id}`, { sealed: canary }, { 'if-match': '"1"' }),
  await ask('GET', '/api/me'),
  await ask('GET', '/today'),
]

const expectNoSecretInOutput = () => {
  for (const secret of [
    canary,
    id,
    'c0ffee00',
    ...Object.values(who),
    cookieOf('ana').slice('fivefold-session='.length),
    '@posta',
  ])
    expect(app.readOutput()).not.toContain(secret)
}

test('refused requests log nothing', async () => {
  expect((await requestEverything()).filter((status) => status >= 400).length).toBeGreaterThan(50)
  expect(Math.max(...(await wellFormed()))).toBeLessThan(500)
  expectNoSecretInOutput()
})

test('each failure logs one line, without any text of the request', async () => {
  // Every statement on these tables fails from here on, each in its own way.
  await db.query(`alter table account rename to account_gone; alter table private_entry rename column sealed to sealed_gone;
    alter table person rename column name to name_gone; alter table couple rename to couple_gone`)
  const statuses = [...(await requestEverything()), ...(await wellFormed())]
  expect(statuses.filter((status) => status === 500).length).toBeGreaterThan(10)
  expect(app.readOutput()).toContain('"level":"error"')
  expectNoSecretInOutput()
})

test('an uncaught error ends the process with one line', async () => {
  const before = app.readOutput()
  await expect(app.at(canary)).rejects.toThrow('ended')
  const output = app.readOutput().slice(before.length).trim()
  expect(JSON.parse(output)).toMatchObject({ level: 'error', where: 'the process', name: 'ZodError' })
  expectNoSecretInOutput()
})
