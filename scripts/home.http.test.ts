// `npm start -- --home` on the loopback interface: its https address, the page over http, and what it keeps.
import { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync, statSync } from 'node:fs'
import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import path from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { findFreePort } from '../lib/db/ports'
import { npmStart, sentencesOf, stopGroup } from '../lib/testing/npm-start'
import { temporaryFolder } from '../lib/testing/temporary-folder'

let port: number
let securePort: number
let data: string
let origin: string

beforeEach(async () => {
  port = await findFreePort()
  securePort = await findFreePort()
  data = temporaryFolder()
  origin = `https://fivefold.local:${securePort}`
})

function startHome(variables: Record<string, string | undefined> = {}, options = ['--home']) {
  const start = npmStart({ port, data, options, variables: { HOST: '127.0.0.1', APP_URL: origin, ...variables } })
  onTestFinished(start.kill)
  return start
}

type Answer = Readonly<{ status: number; headers: http.IncomingHttpHeaders; text: string; bytes: Buffer }>

async function answerOf(request: http.ClientRequest): Promise<Answer> {
  request.end()
  const [answer] = (await once(request, 'response')) as [IncomingMessage]
  const parts: Buffer[] = []
  for await (const part of answer) parts.push(part as Buffer)
  const bytes = Buffer.concat(parts)
  return { status: answer.statusCode ?? 0, headers: answer.headers, text: bytes.toString('utf8'), bytes }
}

const askPage = (target: string, headers: Record<string, string> = {}, at = port) =>
  answerOf(http.request({ host: '127.0.0.1', port: at, path: target, headers, agent: false }))

/** Asks the https address as a device that trusts this authority alone. */
const ask = (ca: string, target: string, more: https.RequestOptions = {}) =>
  answerOf(
    https.request({
      host: '127.0.0.1',
      servername: 'fivefold.local',
      port: securePort,
      path: target,
      ca,
      agent: false,
      ...more,
      headers: { host: `fivefold.local:${securePort}`, ...more.headers },
    }),
  )

const toPem = (der: Buffer) => new X509Certificate(der).toString()

test('a phone goes from the page over http to an https address that it trusts, and the address stays', async () => {
  const start = startHome()
  await start.ready()
  const lines = sentencesOf(start.output())
  expect(lines).toContain(`other devices begin at http://127.0.0.1:${port}, which shows how to trust this computer`)
  expect(lines.at(-1)).toMatch(new RegExp(`^ready at ${origin} after `))

  const page = await askPage('/', { 'user-agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X)' })
  expect(page.status).toBe(200)
  expect(page.text).toContain(`href="${origin}/"`)
  expect(page.text).toContain('id="iphone" open')
  expect(page.text).not.toMatch(/<script|\{\{/)
  expect(page.headers['set-cookie']).toBeUndefined()
  expect(page.headers['content-security-policy']).toMatch(
    /^default-src 'none'; style-src 'sha256-[\w+/=]+'; font-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'$/,
  )
  expect([page.headers['cache-control'], page.headers['strict-transport-security']]).toEqual(['no-store', undefined])

  const certificate = await askPage('/fivefold.crt')
  expect([certificate.status, certificate.headers['content-type']]).toEqual([200, 'application/x-x509-ca-cert'])
  const authority = toPem(certificate.bytes)
  const { fingerprint256 } = new X509Certificate(authority)
  expect(page.text).toContain(fingerprint256)
  expect(lines).toContain(`compare the fingerprint there: ${fingerprint256}`)

  const font = /\/_next\/static\/media\/[\w.-]+\.woff2/.exec(page.text)?.[0] ?? ''
  expect((await askPage(font)).headers['content-type']).toBe('font/woff2')
  expect((await askPage('/_next/static/media/..%2f..%2fBUILD_ID')).status).toBe(404)
  expect((await askPage('/today')).status).toBe(404)
  const post = await answerOf(http.request({ host: '127.0.0.1', port, path: '/', method: 'POST', agent: false }))
  expect([post.status, post.headers.allow]).toEqual([405, 'GET, HEAD'])

  const welcome = await ask(authority, '/')
  expect(welcome.status).toBe(200)
  expect(welcome.headers['strict-transport-security']).toBeUndefined() // it would hide the page over http
  await expect(ask('', '/', { ca: [] })).rejects.toThrow(/certificate/)

  // cookies and the check of the origin follow the address, and no header changes it
  const csrf = await ask(authority, '/api/auth/csrf')
  expect(csrf.headers['set-cookie']?.join()).toMatch(/__Host-fivefold-csrf=[^;]+; Path=\/; HttpOnly; .*Secure/)
  const json = { 'content-type': 'application/json' }
  const change = async (from: string, headers: Record<string, string> = {}) =>
    (await ask(authority, '/api/me', { method: 'PATCH', headers: { ...json, ...headers, origin: from } })).status
  expect(await change(origin)).toBe(401)
  for (const elsewhere of [`https://127.0.0.1:${securePort}`, `http://fivefold.local:${port}`])
    expect(await change(elsewhere, { host: new URL(elsewhere).host, 'x-forwarded-host': 'a.example' })).toBe(403)
  const elsewhere = await ask(authority, '/sign-in', { headers: { host: `127.0.0.1:${securePort}` } })
  expect(elsewhere.text).toContain(origin) // from which the page knows that it is open at another address

  const typed = await askPage('/week', {}, securePort)
  expect([typed.status, typed.headers.location]).toEqual([307, `http://fivefold.local:${port}/`])

  stopGroup(start.pid, 'SIGINT')
  await start.ended
  const again = startHome()
  await again.ready()
  expect((await ask(authority, '/')).status).toBe(200)
  expect(statSync(path.join(data, 'home', 'fivefold.local', 'authority.pem')).mode & 0o777).toBe(0o600)
  expect(readFileSync(path.join(data, 'home', 'address'), 'utf8')).toBe(`${origin}\n`)
  stopGroup(again.pid, 'SIGINT')
  await again.ended

  const plain = npmStart({ port, data })
  onTestFinished(plain.kill)
  await plain.ready()
  expect(sentencesOf(plain.output())).toContain(
    `other devices know it at ${origin}: npm start -- --home serves that address`,
  )
})

test.each([
  [
    { APP_URL: 'http://fivefold.local' },
    ['--home'],
    /^APP_URL is http:\/\/fivefold\.local, and --home serves https alone/,
  ],
  [{}, ['--hoem'], /^--hoem is no option: npm start -- --home is the only one\.$/],
])('%j with %j is refused with one sentence', async (variables, options, words) => {
  const { ended, output } = startHome(variables, options)
  expect(await ended).toBe(1)
  expect(sentencesOf(output())).toEqual([expect.stringMatching(words)])
})

test('a used https port is refused with one sentence', async () => {
  const other = http.createServer().listen(securePort, '127.0.0.1')
  await once(other, 'listening')
  const { ended, output } = startHome()
  expect(await ended).toBe(1)
  other.close()
  expect(sentencesOf(output()).at(-1)).toBe(
    `Port ${securePort} is in use by another program: stop that one, or give the address another one: APP_URL=https://fivefold.local:${securePort + 1} npm start -- --home.`,
  )
})
