// Requests of an attacker or of a broken client: each is refused with a problem, changes nothing, and affects nobody
// else. One route is enough, because `route()` and `openRoute()` read every request in the same way.
import { randomUUID } from 'node:crypto'
import http from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect, type Client } from '@/lib/db/connection'
import { couples } from '@/lib/testing/policy-people'
import { builtPages } from '@/lib/testing/built-pages'
import { served, type ServedApp } from '@/lib/testing/served'
import { cookieOf, putSignedIn } from '@/lib/testing/signed-in'
import { sealedOf } from '@/lib/testing/sealed'

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

type HostileRequest = Readonly<{
  method?: string
  /** The path as it is sent. */
  path?: string
  headers?: http.OutgoingHttpHeaders
  body?: string | Buffer
  /** Sent after the body again and again, until there is an answer. */
  endless?: Buffer
  /** The body never ends. */
  open?: boolean
}>
type HostileAnswer = Readonly<{ status: number; type: string; code: unknown }>

const json = { 'content-type': 'application/json' }

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

const validProposal = () => ({
  id: randomUUID(),
  termsId: randomUUID(),
  coupleId: couples.now,
  title: 'Soup',
  types: ['experiential'],
  weekdays: [2],
  startsOn: '2026-11-24',
  everyWeeks: 1,
  time: '20:00',
  minutes: 60,
  zone: 'Europe/Lisbon',
})
const proposal = (changes: object) => JSON.stringify({ ...validProposal(), ...changes })
/** A proposal with JSON text that no object serialises to. */
const proposalWith = (text: string) => proposal({}).replace(/\}$/, `,${text}}`)

const tooMuch = 300 * 1024
const long = 'a'.repeat(8000)
const pageKey = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url')

const refused: Record<string, [status: number, code: string, HostileRequest]> = {
  // size and time
  'a length claimed that is too large': [
    413,
    'too-large',
    { headers: { ...json, 'content-length': 1024 ** 3 }, open: true },
  ],
  'a length too large to be a number': [
    413,
    'too-large',
    { headers: { ...json, 'content-length': '9'.repeat(18) }, open: true },
  ],
  'a body that is too large, with its length': [
    413,
    'too-large',
    { headers: { ...json, 'content-length': tooMuch }, body: 'x'.repeat(tooMuch) },
  ],
  'an endless body without a length': [413, 'too-large', { body: '"', endless: Buffer.alloc(65_536, 'x') }],
  'a body that never ends': [408, 'too-slow', { body: '{"id":', open: true }],
  'an empty body': [400, 'malformed', {}],
  // content
  'another content type': [415, 'not-json', { headers: { 'content-type': 'text/plain' }, body: proposal({}) }],
  'no content type': [415, 'not-json', { headers: {}, body: proposal({}) }],
  gzip: [
    415,
    'not-json',
    {
      headers: { ...json, 'content-encoding': 'gzip' },
      body: Buffer.from('1f8b08000000000000000300000000000000000000', 'hex'),
    },
  ],
  'bytes that are not UTF-8': [
    400,
    'malformed',
    { body: Buffer.concat([Buffer.from('{"title":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}')]) },
  ],
  'a surrogate in UTF-8': [
    400,
    'malformed',
    { body: Buffer.concat([Buffer.from('{"title":"'), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from('"}')]) },
  ],
  'incomplete JSON': [400, 'malformed', { body: '{"id":' }],
  'JavaScript that is not JSON': [400, 'malformed', { body: '{id: NaN}' }],
  // shapes
  'an array': [422, 'wrong-shape', { body: `[${proposal({})}]` }],
  'a text': [422, 'wrong-shape', { body: '"soup"' }],
  null: [422, 'wrong-shape', { body: 'null' }],
  'thirty-three deep': [
    422,
    'wrong-shape',
    { body: proposal({ title: JSON.parse('['.repeat(33) + ']'.repeat(33)) as unknown }) },
  ],
  'a hundred thousand deep': [422, 'wrong-shape', { body: '['.repeat(100_000) + ']'.repeat(100_000) }],
  'a thousand and one keys': [
    422,
    'wrong-shape',
    { body: JSON.stringify(Object.fromEntries(Array.from({ length: 1001 }, (_, n) => [`k${n}`, 0]))) },
  ],
  'a key __proto__': [422, 'wrong-shape', { body: proposalWith('"__proto__":{"minutes":1}') }],
  '__proto__, deeper': [422, 'wrong-shape', { body: proposalWith('"types":[{"__proto__":null}]') }],
  'a key constructor': [422, 'wrong-shape', { body: proposalWith('"constructor":{"prototype":{"agreed":true}}') }],
  'a key that is unknown': [422, 'wrong-shape', { body: proposal({ agreed: true }) }],
  'NUL, which PostgreSQL can’t store': [422, 'wrong-shape', { body: proposal({ title: 'So\0up' }) }],
  'NUL in a key': [422, 'wrong-shape', { body: proposal({ 'a\0': 1 }) }],
  'half of a surrogate pair': [422, 'wrong-shape', { body: proposalWith('"title":"\\ud83c"') }],
  // values
  'a number beyond any column': [422, 'wrong-shape', { body: proposalWith('"minutes":1e400') }],
  'a number too large for the column': [422, 'wrong-shape', { body: proposal({ minutes: 2 ** 31 }) }],
  'a text in place of a number': [422, 'wrong-shape', { body: proposal({ minutes: '60' }) }],
  'a fraction of a minute': [422, 'wrong-shape', { body: proposal({ minutes: 0.5 }) }],
  'a negative number': [422, 'wrong-shape', { body: proposal({ minutes: -1 }) }],
  'an object where a list belongs': [
    422,
    'wrong-shape',
    { body: proposal({ types: { 0: 'experiential', length: 1 } }) },
  ],
  'a list where an object belongs': [422, 'wrong-shape', { body: proposal({ title: ['Soup'] }) }],
  'an invalid day': [422, 'wrong-shape', { body: proposal({ startsOn: '2026-02-30' }) }],
  'a day in the year 9999': [422, 'wrong-shape', { body: proposal({ startsOn: '9999-12-31' }) }],
  'an unknown zone': [422, 'wrong-shape', { body: proposal({ zone: '../../etc/localtime' }) }],
  'a title of eight thousand letters': [422, 'wrong-shape', { body: proposal({ title: long }) }],
  'SQL for an id': [422, 'wrong-shape', { body: proposal({ id: `${randomUUID()}'; drop table ritual; --` }) }],
  // queries
  'a query that is unknown': [422, 'wrong-shape', { method: 'GET', path: '/api/rituals?order=id' }],
  'a query twice': [422, 'wrong-shape', { method: 'GET', path: '/api/rituals?limit=1&limit=2' }],
  'NUL in a query': [422, 'wrong-shape', { method: 'GET', path: '/api/rituals?coupleId=%00' }],
  'a query on a route without one': [422, 'wrong-shape', { method: 'GET', path: '/api/me?id=1' }],
  'a list limit of zero': [422, 'wrong-shape', { method: 'GET', path: '/api/rituals?limit=0' }],
  'an endless list limit': [422, 'wrong-shape', { method: 'GET', path: '/api/rituals?limit=1e400' }],
  'a list key that the server did not make': [
    422,
    'wrong-shape',
    { method: 'GET', path: '/api/rituals?after=nonsense' },
  ],
  'a list key with SQL': [
    422,
    'wrong-shape',
    { method: 'GET', path: `/api/rituals?after=${pageKey('2026-01-01', "x' or true --")}` },
  ],
  'a list key without an id': [
    422,
    'wrong-shape',
    { method: 'GET', path: `/api/rituals?after=${pageKey('2026-01-01', '-'.repeat(36))}` },
  ],
  'a list key after the last instant': [
    422,
    'wrong-shape',
    { method: 'GET', path: `/api/rituals?after=${pageKey('+275760-09-13T00:00:00.000Z', randomUUID())}` },
  ],
  'a list key before the first instant': [
    422,
    'wrong-shape',
    { method: 'GET', path: `/api/entries?after=${pageKey('-271821-04-20T00:00:00.000Z', randomUUID())}` },
  ],
  'a list key with an invalid day': [
    422,
    'wrong-shape',
    { method: 'GET', path: `/api/entries?after=${pageKey('2026-02-30T00:00:00.000Z', randomUUID())}` },
  ],
  'a list key of the year 0': [
    422,
    'wrong-shape',
    { method: 'GET', path: `/api/entries?after=${pageKey('0000-01-01T00:00:00.000Z', randomUUID())}` },
  ],
  // ids in the path
  'a week that its year does not have': [404, 'not-found', { method: 'GET', path: '/api/weeks/2027-W53' }],
  'a week of the year 0': [404, 'not-found', { method: 'GET', path: '/api/weeks/0000-W01' }],
  'a change without a field': [
    422,
    'wrong-shape',
    { method: 'PATCH', path: `/api/plans/${randomUUID()}`, headers: { ...json, 'if-match': '"1"' }, body: '{}' },
  ],
  'a change without a version': [
    428,
    'version-missing',
    { method: 'PATCH', path: `/api/plans/${randomUUID()}`, body: '{"place":"here"}' },
  ],
  'a step beyond seven': [
    422,
    'wrong-shape',
    { method: 'PUT', path: `/api/plans/${randomUUID()}/felt`, body: '{"felt":8}' },
  ],
  'SQL in the path': [404, 'not-found', { method: 'GET', path: `/api/rituals/${encodeURIComponent("1' or '1'='1")}` }],
  'a path in the path': [404, 'not-found', { method: 'GET', path: '/api/rituals/..%2F..%2F..%2Fetc%2Fpasswd' }],
  'NUL in the path': [404, 'not-found', { method: 'GET', path: '/api/rituals/%00' }],
  'eight thousand letters in the path': [404, 'not-found', { method: 'GET', path: `/api/rituals/${long}` }],
  'a lone % in the path': [404, 'not-found', { method: 'GET', path: '/api/rituals/%' }],
  'half of a % escape': [404, 'not-found', { method: 'GET', path: '/api/shared-entries/%a/replies' }],
  'a byte in the path that is no text': [404, 'not-found', { method: 'GET', path: '/api/plans/%ff' }],
  'half of a letter in the path': [404, 'not-found', { method: 'GET', path: '/api/weeks/%E0%A4%A' }],
  'a lone % in the path of a change': [
    404,
    'not-found',
    { method: 'PUT', path: '/api/plans/%/felt', body: '{"felt":5}' },
  ],
  'a lone % in an address without a session': [
    404,
    'not-found',
    { method: 'GET', path: '/api/invites/%', headers: { cookie: '' } },
  ],
  'an id in capitals': [404, 'not-found', { method: 'GET', path: `/api/rituals/${randomUUID().toUpperCase()}` }],
  // versions
  'an invalid version': [
    412,
    'version-changed',
    {
      method: 'PUT',
      path: `/api/entries/${randomUUID()}`,
      headers: { ...json, 'if-match': '*' },
      body: JSON.stringify({ sealed: sealedOf('A page.') }),
    },
  ],
  'a version too large for the column': [
    412,
    'version-changed',
    {
      method: 'PUT',
      path: `/api/entries/${randomUUID()}`,
      headers: { ...json, 'if-match': '"9999999999"' },
      body: JSON.stringify({ sealed: sealedOf('A page.') }),
    },
  ],
  'the last version that the column holds': [
    412,
    'version-changed',
    {
      method: 'PUT',
      path: `/api/entries/${randomUUID()}`,
      headers: { ...json, 'if-match': '"2147483647"' },
      body: JSON.stringify({ sealed: sealedOf('A page.') }),
    },
  ],
  'two versions': [
    412,
    'version-changed',
    {
      method: 'PUT',
      path: `/api/entries/${randomUUID()}`,
      headers: { ...json, 'if-match': '"1", "2"' },
      body: JSON.stringify({ sealed: sealedOf('A page.') }),
    },
  ],
  // sessions
  'a cookie that is SQL': [
    401,
    'signed-out',
    { method: 'GET', path: '/api/me', headers: { cookie: "fivefold-session=' or true --" } },
  ],
  'a cookie without a session': [
    401,
    'signed-out',
    { method: 'GET', path: '/api/me', headers: { cookie: `fivefold-session=${'A'.repeat(43)}` } },
  ],
}

describe('is refused, and changes nothing:', () => {
  test.each(Object.entries(refused))('%s', async (_, [status, code, sent]) => {
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
