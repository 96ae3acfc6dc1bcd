// The app at an https address of its own, behind Caddy as docs/self-hosting.md sets it up. Chromium trusts the certificate by its authority.
import http from 'node:http'
import { once } from 'node:events'
import type { Response } from '@playwright/test'
import { findFreePort } from '../lib/db/ports.ts'
import { childEnv } from '../lib/env.ts'
import { always, policyOfData, policyOfFile, policyOfPage, policyOfWorker } from '../lib/testing/exact-headers.ts'
import { roomy, served, type ServedApp } from '../lib/testing/served.ts'
import { reportFigure } from '../lib/testing/soak/figure.ts'
import { askOverTls, startTlsProxy, type TlsProxy } from '../lib/testing/tls-proxy.ts'
import { signUp } from './acts/account'
import { expect, test as base } from './fixtures'
import { walk, walkBegins, walkTitle } from './stories/walk'

const test = base.extend<object, { front: TlsProxy & { appPort: number }; app: ServedApp }>({
  front: [
    async ({}, use) => {
      const appPort = await findFreePort()
      const proxy = await startTlsProxy(appPort)
      await use({ ...proxy, appPort })
      await proxy.stop()
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  app: [
    async ({ front }, use) => {
      const app = await served({ limits: roomy, port: front.appPort, origins: [front.origin], trustProxyHops: 1 })
      await use({ ...app, origin: front.origin })
      await app.stop()
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  launchOptions: [
    async ({ launchOptions, front }, use) =>
      use({
        ...launchOptions,
        args: [...(launchOptions.args ?? []), ...front.chromiumArgs],
        env: childEnv({ HOME: front.home }) as Record<string, string>,
      }),
    { scope: 'worker' },
  ],
})

test.describe.configure({ mode: 'default' }) // one proxy serves all
test.use({ moment: walkBegins })

type Headers = Readonly<Record<string, string | undefined>>

/** The security headers of an answer that are not as they have to be, by its address; undefined if all are. */
function wrongHeaders(url: string, headers: Headers): string | undefined {
  const policy = headers['content-security-policy'] ?? 'none'
  const found = { ...Object.fromEntries(Object.keys(always).map((name) => [name, headers[name]])), policy }
  const wanted = { ...always, policy: policyAt(new URL(url).pathname, policy) }
  return JSON.stringify(found) === JSON.stringify(wanted) ? undefined : `${url}: ${JSON.stringify(found)}`
}

/** The policy that an address has to have; that of a page with the nonce of the one that it has. */
function policyAt(pathname: string, policy: string): string {
  if (pathname.startsWith('/_next/static/')) return policyOfFile
  if (/^\/(_next|api)\/|^\/(icon\.svg|favicon\.ico)$/.test(pathname)) return policyOfData
  if (pathname === '/worker.js') return policyOfWorker
  return policyOfPage(/'nonce-([\w+/]{22}==)'/.exec(policy)?.[1] ?? 'no nonce')
}

/** Asks as a client that is no browser. A header that comes twice has a comma between, and is wrong. */
async function wrongWhenAsked(front: TlsProxy, address: string, ...more: [Record<string, string>?, string?]) {
  const { status, headers } = await askOverTls(front, address, ...more)
  const joined = Object.fromEntries(Object.entries(headers).map(([name, values]) => [name, values?.join(', ')]))
  return { status, wrong: wrongHeaders(front.origin + address, joined) }
}

test(walkTitle, async ({ front, twoPeople, allow }) => {
  const answers: Response[] = []
  await walk({
    allow,
    twoPeople: async (options) => {
      const two = await twoPeople(options)
      for (const { context } of [two.a, two.b])
        context.on('response', (answer) => {
          if (new URL(answer.url()).origin === front.origin) answers.push(answer)
        })
      return two
    },
  })
  const isFile = (answer: Response) => new URL(answer.url()).pathname.startsWith('/_next/static/')
  const others = answers.filter((answer) => !isFile(answer))
  expect(others.flatMap((answer) => wrongHeaders(answer.url(), answer.headers()) ?? [])).toEqual([])
  // of a file that a worker loads, Chromium does not report all headers
  const files = new Set(answers.filter(isFile).map((answer) => new URL(answer.url()).pathname))
  expect(files.size).toBeGreaterThan(20)
  for (const file of files) expect(await wrongWhenAsked(front, file)).toEqual({ status: 200, wrong: undefined })
  reportFigure('https', others.length + files.size)
})

test('what Next answers by itself has the same headers, each once', async ({ front }) => {
  const script = /\/_next\/static\/[^"]+\.js/.exec((await askOverTls(front, '/')).text)?.[0] ?? ''
  const etag = (await askOverTls(front, script)).headers['etag']?.[0] ?? ''
  const asked: [number, string, Record<string, string>?, string?][] = [
    [200, script],
    [200, script, {}, 'HEAD'],
    [304, script, { 'if-none-match': etag }],
    [200, script, { range: 'bytes=99999999-' }],
    [200, script, { 'if-match': '"nowhere"' }],
    [404, '/_next/static/chunks/nowhere.js'],
    [404, '/_next/image?url=%2Ficon.svg&w=64&q=75'],
    [404, '/_next/data/nowhere/today.json'],
    [200, '/icon.svg'],
    [200, '/favicon.ico'],
    [200, '/worker.js'],
    [404, '/api/nowhere'],
    [405, '/api/me', {}, 'TRACE'],
    [404, '/nowhere'],
    [308, '/today/'],
    [307, '/today', { origin: front.origin }, 'POST'],
  ]
  const found: unknown[] = []
  for (const [, ...request] of asked) found.push([request.join(' '), await wrongWhenAsked(front, ...request)])
  expect(found).toEqual(asked.map(([status, ...request]) => [request.join(' '), { status, wrong: undefined }]))
  reportFigure('https', asked.length)
})

test('every cookie that a person gets is bound to this host over https, and no page reads it', async ({ page }) => {
  await signUp(page, { name: 'Ana', email: 'ana@example.test', onlyMe: true })
  const cookies = (await page.context().cookies()).filter(({ httpOnly }) => httpOnly)
  expect(cookies.map(({ name }) => name).sort()).toEqual([
    '__Host-fivefold-csrf',
    '__Host-fivefold-device',
    '__Host-fivefold-session',
  ])
  for (const { domain, path, secure, sameSite } of cookies)
    expect({ domain, path, secure, sameSite }).toEqual({
      domain: 'fivefold.example',
      path: '/',
      secure: true,
      sameSite: 'Lax',
    })
})

test('http leads to https, and a page at the address of the process says the right one', async ({
  front,
  page,
  allow,
}) => {
  const [redirect] = (await once(
    http.get({
      port: front.httpPort,
      path: '/week?from=link',
      headers: { host: `fivefold.example:${front.httpPort}` },
    }),
    'response',
  )) as [http.IncomingMessage]
  redirect.resume()
  expect([redirect.statusCode, redirect.headers.location]).toEqual([308, `${front.origin}/week?from=link`])

  const past = `http://localhost:${front.appPort}`
  allow({ elsewhere: past })
  await page.goto(`${past}/sign-in`)
  await expect(page.getByRole('alert').getByRole('link')).toHaveAttribute('href', `${front.origin}/sign-in`)
})

const forged: Readonly<Record<string, string>> = {
  'x-forwarded-host': 'forged.example',
  'x-forwarded-proto': 'http',
  'x-forwarded-port': '81',
  'x-forwarded-prefix': '/forged.example',
  'x-forwarded-server': 'forged.example',
  'x-original-url': '/forged.example',
  'x-rewrite-url': '/forged.example',
  forwarded: 'for=203.0.113.9;host=forged.example;proto=http',
}

test('what a client writes into the headers of proxies changes no answer', async ({ front, app }) => {
  await app.at(walkBegins)
  for (const address of [
    '/',
    '/start',
    '/today',
    '/week?from=link',
    '/nowhere',
    '/api/me',
    '/api/health',
    '/icon.svg',
  ]) {
    const plain = await askOverTls(front, address)
    for (const headers of [...Object.entries(forged).map(([name, value]) => ({ [name]: value })), forged]) {
      const answer = await askOverTls(front, address, headers)
      const asked = `${address} with ${Object.keys(headers).join()}`
      expect([asked, answer.status, answer.headers['location'], answer.headers['set-cookie']]).toEqual([
        asked,
        plain.status,
        plain.headers['location'],
        plain.headers['set-cookie'],
      ])
      expect(`${JSON.stringify(answer.headers)}${answer.text}`).not.toContain('forged.example')
    }
  }
})

test('whoever makes up addresses counts as the one network that the proxy sees', async () => {
  const most = 5
  const app = await served({ limits: { ...roomy, networkPagesPerMinute: most }, trustProxyHops: 1, at: walkBegins })
  const front = await startTlsProxy(app.port)
  try {
    const statuses: number[] = []
    for (let n = 0; n <= most; n += 1)
      statuses.push((await askOverTls(front, '/sign-in', { 'x-forwarded-for': `203.0.${n}.9` })).status)
    expect(statuses).toEqual([...Array<number>(most).fill(200), 429])
  } finally {
    await front.stop()
    await app.stop()
  }
})
