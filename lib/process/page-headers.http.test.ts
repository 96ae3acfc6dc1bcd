// The exact security headers of a page, of a file of the build, of an answer of the API and of what no one answers, as over https.
import http from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { always, policyOfData, policyOfFile, policyOfPage, policyOfWorker } from '@/lib/testing/exact-headers'
import { served, type ServedApp } from '@/lib/testing/served'

let app: ServedApp
beforeAll(async () => {
  app = await served({ origins: ['https://fivefold.example'] })
})
afterAll(() => app.stop())

const headersOf = async (address: string) =>
  Object.fromEntries((await fetch(app.origin + address, { redirect: 'manual' })).headers)

test.each(['/', '/nowhere', '/apiary'])('a page: %s', async (address) => {
  const headers = await headersOf(address)
  const nonce = /'nonce-([^']+)'/.exec(headers['content-security-policy'] ?? '')?.[1]
  expect(nonce).toMatch(/^[\w+/]{22}==$/)
  expect(headers).toMatchObject({
    ...always,
    'content-security-policy': policyOfPage(nonce ?? ''),
  })
  expect(headers).not.toHaveProperty('x-powered-by')
})

test('every answer has a nonce of its own, and every script of a page carries it', async () => {
  const [first, second] = await Promise.all([fetch(app.origin), fetch(app.origin)])
  const nonceOf = (response: Response) =>
    /'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1]
  expect(nonceOf(first)).not.toBe(nonceOf(second))
  const scripts = [...(await first.text()).matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag)
  expect(scripts.length).toBeGreaterThan(0)
  expect(scripts.filter((tag) => !tag.includes(`nonce="${nonceOf(first)}"`))).toEqual([])
})

test('a file of the build', async () => {
  const file = /\/_next\/static\/[^"]+\.js/.exec(await (await fetch(app.origin)).text())?.[0] ?? ''
  expect(await headersOf(file)).toMatchObject({
    ...always,
    'content-security-policy': policyOfFile,
  })
})

test.each([
  ['a range past its end', 200, { headers: { range: 'bytes=99999999-' } }],
  ['a version that it never had', 200, { headers: { 'if-match': '"nowhere"' } }],
  ['a time before it', 200, { headers: { 'if-unmodified-since': 'Thu, 01 Jan 1970 00:00:00 GMT' } }],
  ['a method that it has not', 405, { method: 'POST' }],
])('a file of the build, asked for with %s', async (_, status, init) => {
  const file = /\/_next\/static\/[^"]+\.js/.exec(await (await fetch(app.origin)).text())?.[0] ?? ''
  const before = app.readOutput()
  const answer = await fetch(app.origin + file, init)
  expect([answer.status, app.readOutput()]).toEqual([status, before])
  expect(Object.fromEntries(answer.headers)).toMatchObject(always)
})

test('a browser that asks for favicon.ico gets the icon', async () => {
  const answer = await fetch(`${app.origin}/favicon.ico`)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/svg+xml'])
})

test('the service worker is never answered from a cache without asking, and may reach this server alone', async () => {
  const headers = await headersOf('/worker.js')
  expect(headers).toMatchObject({
    ...always,
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'no-cache',
    'content-security-policy': policyOfWorker,
  })
  const again = await fetch(`${app.origin}/worker.js`, { headers: { 'if-none-match': headers['etag'] ?? '' } })
  expect([again.status, await again.text()]).toEqual([304, ''])
})

test.each(['/api/me', '/api/nowhere', '/icon.svg', '/favicon.ico'])('what is never a document: %s', async (address) => {
  const headers = await headersOf(address)
  expect(headers).toMatchObject({ ...always, 'content-security-policy': policyOfData })
  expect(headers).not.toHaveProperty('x-powered-by')
})

test('a method that no route has is refused', async () => {
  const refused = await new Promise<http.IncomingMessage>((heard, failed) =>
    http.request({ port: app.port, method: 'TRACE', agent: false }, heard).on('error', failed).end(),
  )
  refused.resume()
  expect(refused.statusCode).toBe(405)
  expect(refused.headers).toMatchObject({
    ...always,
    'content-security-policy': policyOfData,
  })
})

test('no answer has a header twice', async () => {
  for (const address of ['/', '/api/me', '/icon.svg']) {
    const answer = await new Promise<http.IncomingMessage>((heard, failed) =>
      http.get({ port: app.port, path: address, agent: false }, heard).on('error', failed),
    )
    answer.resume()
    for (const name of [...Object.keys(always), 'content-security-policy'])
      expect([address, name, answer.headersDistinct[name]?.length]).toEqual([address, name, 1])
  }
})

test('every answer says which time it is by the clock that every rule uses', async () => {
  await app.at('2031-05-06T07:08:09.500Z')
  for (const address of ['/', '/api/health', '/api/me', '/nowhere', '/icon.svg'])
    expect((await headersOf(address)).date, address).toBe('Tue, 06 May 2031 07:08:09 GMT')
  const refused = await fetch(app.origin, { method: 'PROPFIND' })
  expect([refused.status, refused.headers.get('date')]).toEqual([405, 'Tue, 06 May 2031 07:08:09 GMT'])
})
