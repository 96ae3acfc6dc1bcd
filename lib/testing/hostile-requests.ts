// Requests of an attacker or of a broken client, to routes that read every request in the same way.
import { randomUUID } from 'node:crypto'
import type http from 'node:http'
import { sealedOf } from './sealed'
import { validProposal } from './valid-proposal'

export type HostileRequest = Readonly<{
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

export const json = { 'content-type': 'application/json' }

/** A proposal of a ritual, valid but for the changes. */
export const proposal = (changes: object) => JSON.stringify({ ...validProposal(), ...changes })
/** A proposal with JSON text that no object serialises to. */
const proposalWith = (text: string) => proposal({}).replace(/\}$/, `,${text}}`)

const tooMuch = 300 * 1024
const long = 'a'.repeat(8000)
const pageKey = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url')

/** By what is wrong: the answer to it, and the request. */
export const hostileRequests: Record<string, [status: number, code: string, HostileRequest]> = {
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
