// What somebody can send who means no good, or whose program is broken: each is refused in a sentence, changes nothing
// and costs nobody else anything. One route is enough: `route()` and `openRoute()` read every request the same way.
import { randomUUID } from 'node:crypto'
import http from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect, type Client } from '@/lib/db/connection'
import { couples } from '@/lib/testing/policy-people'
import { served, type ServedApp } from '@/lib/testing/served'
import { cookieOf, putSignedIn } from '@/lib/testing/signed-in'

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
  /** As it goes over the wire. */
  path?: string
  headers?: http.OutgoingHttpHeaders
  body?: string | Buffer
  /** What comes after the body, over and over, until there is an answer. */
  endless?: Buffer
  /** The body never ends. */
  open?: boolean
}>
type HostileAnswer = Readonly<{ status: number; type: string; code: unknown }>

const json = { 'content-type': 'application/json' }

/** Sends one request byte for byte and answers what came back. */
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

/** Everything that proposing could have written, and what any request may leave. */
const standing = async () =>
  (
    await db.query(
      `select (select count(*) from ritual) rituals, (select count(*) from ritual_terms) terms, (select count(*) from agreement) agreements,
     (select string_agg(s::text, ',' order by id) from session s) sessions, (select string_agg(e::text, ',') from private_entry e) entries`,
    )
  ).rows

const good = () => ({
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
const proposal = (changes: object) => JSON.stringify({ ...good(), ...changes })
/** A proposal with JSON in it that no object could be written as. */
const written = (text: string) => proposal({}).replace(/\}$/, `,${text}}`)

const tooMuch = 300 * 1024
const long = 'a'.repeat(8000)
const pageKey = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url')

const refused: Record<string, [status: number, code: string, HostileRequest]> = {
  // how much
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
  'more than may be, with its length': [
    413,
    'too-large',
    { headers: { ...json, 'content-length': tooMuch }, body: 'x'.repeat(tooMuch) },
  ],
  'more and more, without a length': [413, 'too-large', { body: '"', endless: Buffer.alloc(65_536, 'x') }],
  'a body that never ends': [408, 'too-slow', { body: '{"id":', open: true }],
  'nothing at all': [400, 'malformed', {}],
  // not what it says
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
  'half of a JSON': [400, 'malformed', { body: '{"id":' }],
  'a JavaScript that is no JSON': [400, 'malformed', { body: '{id: NaN}' }],
  // shapes that nothing has
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
  'a key __proto__': [422, 'wrong-shape', { body: written('"__proto__":{"minutes":1}') }],
  '__proto__, deeper': [422, 'wrong-shape', { body: written('"types":[{"__proto__":null}]') }],
  'a key constructor': [422, 'wrong-shape', { body: written('"constructor":{"prototype":{"agreed":true}}') }],
  'a key that is unknown': [422, 'wrong-shape', { body: proposal({ agreed: true }) }],
  'NUL, which PostgreSQL does not keep': [422, 'wrong-shape', { body: proposal({ title: 'So\0up' }) }],
  'NUL in a key': [422, 'wrong-shape', { body: proposal({ 'a\0': 1 }) }],
  'half of a surrogate pair': [422, 'wrong-shape', { body: written('"title":"\\ud83c"') }],
  // values that nothing has
  'a number too large for any': [422, 'wrong-shape', { body: written('"minutes":1e400') }],
  'a number too large for the column': [422, 'wrong-shape', { body: proposal({ minutes: 2 ** 31 }) }],
  'a number that is none': [422, 'wrong-shape', { body: proposal({ minutes: '60' }) }],
  'half a minute': [422, 'wrong-shape', { body: proposal({ minutes: 0.5 }) }],
  'less than nothing': [422, 'wrong-shape', { body: proposal({ minutes: -1 }) }],
  'an object where a list belongs': [
    422,
    'wrong-shape',
    { body: proposal({ types: { 0: 'experiential', length: 1 } }) },
  ],
  'a list where an object belongs': [422, 'wrong-shape', { body: proposal({ title: ['Soup'] }) }],
  'a day that is none': [422, 'wrong-shape', { body: proposal({ startsOn: '2026-02-30' }) }],
  'a day that no calendar agrees on': [422, 'wrong-shape', { body: proposal({ startsOn: '9999-12-31' }) }],
  'a zone that is none': [422, 'wrong-shape', { body: proposal({ zone: '../../etc/localtime' }) }],
  'a title of eight thousand letters': [422, 'wrong-shape', { body: proposal({ title: long }) }],
  'SQL for an id': [422, 'wrong-shape', { body: proposal({ id: `${randomUUID()}'; drop table ritual; --` }) }],
  // queries
  'a query that is unknown': [422, 'wrong-shape', { method: 'GET', path: '/api/rituals?order=id' }],
  'a query twice': [422, 'wrong-shape', { method: 'GET', path: '/api/rituals?limit=1&limit=2' }],
  'NUL in a query': [422, 'wrong-shape', { method: 'GET', path: '/api/rituals?coupleId=%00' }],
  'a query where none belongs': [422, 'wrong-shape', { method: 'GET', path: '/api/me?id=1' }],
  'none of a list': [422, 'wrong-shape', { method: 'GET', path: '/api/rituals?limit=0' }],
  'all of a list': [422, 'wrong-shape', { method: 'GET', path: '/api/rituals?limit=1e400' }],
  'a place in a list that was not made here': [
    422,
    'wrong-shape',
    { method: 'GET', path: '/api/rituals?after=nonsense' },
  ],
  'a place in a list that is SQL': [
    422,
    'wrong-shape',
    { method: 'GET', path: `/api/rituals?after=${pageKey('2026-01-01', "x' or true --")}` },
  ],
  'a place in a list with no id': [
    422,
    'wrong-shape',
    { method: 'GET', path: `/api/rituals?after=${pageKey('2026-01-01', '-'.repeat(36))}` },
  ],
  'a place in a list beyond all time': [
    422,
    'wrong-shape',
    { method: 'GET', path: `/api/rituals?after=${pageKey('+275760-09-13T00:00:00.000Z', randomUUID())}` },
  ],
  'a place in a list before all time': [
    422,
    'wrong-shape',
    { method: 'GET', path: `/api/entries?after=${pageKey('-271821-04-20T00:00:00.000Z', randomUUID())}` },
  ],
  // ids in the path
  'a week that no year has': [404, 'not-found', { method: 'GET', path: '/api/weeks/2027-W53' }],
  'a week before all time': [404, 'not-found', { method: 'GET', path: '/api/weeks/0000-W01' }],
  'a change of nothing': [
    422,
    'wrong-shape',
    { method: 'PATCH', path: `/api/plans/${randomUUID()}`, headers: { ...json, 'if-match': '"1"' }, body: '{}' },
  ],
  'a change that names no field': [
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
  'an id in capitals': [404, 'not-found', { method: 'GET', path: `/api/rituals/${randomUUID().toUpperCase()}` }],
  // versions
  'a version that is none': [
    412,
    'version-changed',
    {
      method: 'PUT',
      path: `/api/entries/${randomUUID()}`,
      headers: { ...json, 'if-match': '*' },
      body: '{"sealed":"AAAA"}',
    },
  ],
  'a version too large for the column': [
    412,
    'version-changed',
    {
      method: 'PUT',
      path: `/api/entries/${randomUUID()}`,
      headers: { ...json, 'if-match': '"9999999999"' },
      body: '{"sealed":"AAAA"}',
    },
  ],
  'the last version that the column holds': [
    412,
    'version-changed',
    {
      method: 'PUT',
      path: `/api/entries/${randomUUID()}`,
      headers: { ...json, 'if-match': '"2147483647"' },
      body: '{"sealed":"AAAA"}',
    },
  ],
  'two versions': [
    412,
    'version-changed',
    {
      method: 'PUT',
      path: `/api/entries/${randomUUID()}`,
      headers: { ...json, 'if-match': '"1", "2"' },
      body: '{"sealed":"AAAA"}',
    },
  ],
  // who is asking
  'a cookie that is SQL': [
    401,
    'signed-out',
    { method: 'GET', path: '/api/me', headers: { cookie: "fivefold-session=' or true --" } },
  ],
  'a cookie of no session': [
    401,
    'signed-out',
    { method: 'GET', path: '/api/me', headers: { cookie: `fivefold-session=${'A'.repeat(43)}` } },
  ],
}

describe('is refused, and changes nothing:', () => {
  test.each(Object.entries(refused))('%s', async (_, [status, code, sent]) => {
    const before = await standing()
    const heard = await send(sent)
    expect(heard).toEqual({ status, type: 'application/problem+json', code })
    expect(await standing()).toEqual(before)
  })
})

test('the same request without any of it is kept', async () => {
  const before = await standing()
  expect(await send({ body: proposal({}) })).toMatchObject({ status: 200, type: 'application/json' })
  expect(await standing()).not.toEqual(before)
})

/** Begins something, and hangs up at its first byte or before. */
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

test('those who hang up in the middle harm nobody', async () => {
  const pages = ['/', '/today', '/rituals', '/lately', '/journal', '/settings']
  await Promise.all(pages.flatMap((page) => [1, 2, 3].map(() => hangUp(page, { early: false }))))
  await Promise.all(Array.from({ length: 20 }, () => hangUp('/api/rituals', { method: 'POST', early: true })))
  expect((await send({ method: 'GET', path: '/api/health' })).status).toBe(200)
  expect((await send({ method: 'GET', path: '/api/me' })).status).toBe(200)
})

test('none of it was an error of the server', () => {
  expect(app.said()).not.toContain('"level":"error"')
})
