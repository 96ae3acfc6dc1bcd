// Requests of an attacker or of a broken client: each is refused with a problem, changes nothing, and affects nobody
// else. One route is enough, because `route()` and `openRoute()` read every request in the same way.
import http from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect, type Client } from '@/lib/db/connection'
import { builtPages } from '@/lib/testing/built-pages'
import { served, type ServedApp } from '@/lib/testing/served'
import { cookieOf, putSignedIn } from '@/lib/testing/signed-in'
import { hostileRequests, json, proposal, type HostileRequest } from '@/lib/testing/hostile-requests'

let app: ServedApp
let db: Client
beforeAll(async () => {
  app = await served({ at: '2026-11-24T12:00:00.000Z', limits: { bodySeconds: 1, writesPerMinute: 1000 } })
  db = await connect(app.ownerUrl)
  await putSignedIn(db)
})
afterAll(async () => {
  await db.end()
  await app.stop()
})

type HostileAnswer = Readonly<{ status: number; type: string; code: unknown }>

/** Sends a request byte for byte, and returns the answer. */
function send({
  method = 'POST',
  path = '/api/rituals',
  headers = json,
  body,
  endless,
  open = false,
}: HostileRequest): Promise<HostileAnswer> {
  return new Promise((done, failed) => {
    const request = http.request({
      port: app.port,
      method,
      path,
      agent: false,
      headers: { origin: app.origin, cookie: cookieOf('ana'), ...headers },
    })
    let answered = false
    request.on('response', (response) => {
      answered = true
      let text = ''
      response
        .setEncoding('utf8')
        .on('data', (part: string) => (text += part))
        .on('end', () => {
          request.destroy()
          const answer = (response.headers['content-type'] ?? '').includes('json')
            ? (JSON.parse(text) as { code?: unknown })
            : {}
          done({ status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '', code: answer.code })
        })
    })
    request.on('error', (error) => {
      if (!answered) failed(error)
    })
    if (body !== undefined) request.write(body)
    const more = () => {
      if (!answered && !request.destroyed) request.write(endless, () => setImmediate(more))
    }
    if (endless) more()
    else if (open) request.flushHeaders()
    else request.end()
  })
}

/** All rows that a proposal or any other request could write. */
const readRows = async () =>
  (
    await db.query(
      `select (select count(*) from ritual) rituals, (select count(*) from ritual_terms) terms, (select count(*) from agreement) agreements,
     (select string_agg(s::text, ',' order by id) from session s) sessions, (select string_agg(e::text, ',') from private_entry e) entries`,
    )
  ).rows

describe('is refused, and changes nothing:', () => {
  test.each(Object.entries(hostileRequests))('%s', async (_, [status, code, sent]) => {
    const before = await readRows()
    const answer = await send(sent)
    expect(answer).toEqual({ status, type: 'application/problem+json', code })
    expect(await readRows()).toEqual(before)
  })
})

test('the valid request is saved', async () => {
  const before = await readRows()
  expect(await send({ body: proposal({}) })).toMatchObject({ status: 200, type: 'application/json' })
  expect(await readRows()).not.toEqual(before)
})

/** Sends a request and closes the connection at the first byte of the answer, or before. */
const hangUp = (path: string, { early, ...options }: http.RequestOptions & { early: boolean }) =>
  new Promise<void>((gone) => {
    const request = http.request({
      port: app.port,
      path,
      agent: false,
      ...options,
      headers: { origin: app.origin, cookie: cookieOf('ana'), ...json },
    })
    request
      .on('error', () => {})
      .on('close', () => gone())
      .on('response', (response) => response.once('data', () => request.destroy()))
    if (early) request.write('{"id":', () => request.destroy())
    else request.end()
  })

test('clients that hang up early do not disturb others', async () => {
  const pages = ['/', '/today', '/rituals', '/lately', '/journal', '/settings']
  await Promise.all(pages.flatMap((page) => [1, 2, 3].map(() => hangUp(page, { early: false }))))
  await Promise.all(Array.from({ length: 20 }, () => hangUp('/api/rituals', { method: 'POST', early: true })))
  expect((await send({ method: 'GET', path: '/api/health' })).status).toBe(200)
  expect((await send({ method: 'GET', path: '/api/me' })).status).toBe(200)
})

test('a malformed address of a page is the page that says so', async () => {
  const pages = builtPages.filter((page) => page.includes('['))
  expect(pages.length).toBeGreaterThan(8)
  for (const page of pages)
    for (const odd of ['%', '%zz', '%ff', '%E0%A4%A', '%00', '%25', '%2F', '0000-00', '0000-W01']) {
      const path = page.replace(/\[\w+\]/g, odd)
      const { status, type } = await send({ method: 'GET', path, headers: {} })
      expect([path, status, type]).toEqual([path, 404, 'text/html; charset=utf-8'])
    }
})

test('none of these requests is logged as an error of the server', () => {
  expect(app.readOutput()).not.toContain('"level":"error"')
})
