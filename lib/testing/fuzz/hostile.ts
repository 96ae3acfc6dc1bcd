// Breaks a valid request in one place, or in several.
import type { Dice } from './dice'
import { hostileTexts } from './texts'

/** A request as it is sent. The path may be no address at all. */
export type FuzzRequest = {
  method: string
  path: string
  headers: Record<string, string>
  body: string | Buffer | null
}

type Json = unknown

const odd = (dice: Dice): Json =>
  dice.pick<() => Json>([
    () => dice.pick(hostileTexts),
    () => null,
    () => dice.pick([0, -1, 0.5, 2 ** 31, 2 ** 53, -(2 ** 63), 1e300]),
    () => dice.chance(0.5),
    () => [],
    () => ({}),
    () => [dice.pick(hostileTexts)],
    () => ({ [dice.pick(hostileTexts)]: dice.pick(hostileTexts) }),
    () => Array.from({ length: 200 }, () => 1),
  ])()

/** Replaces, removes or adds one field somewhere in a value. */
function breakValue(value: Json, dice: Dice): Json {
  if (typeof value !== 'object' || value === null || dice.chance(0.1)) return odd(dice)
  if (Array.isArray(value)) {
    if (value.length === 0 || dice.chance(0.3))
      return [...(value as Json[]), dice.chance(0.5) ? (value as Json[])[0] : odd(dice)]
    const chosen = dice.int(value.length)
    return (value as Json[]).map((item, index) => (index === chosen ? breakValue(item, dice) : item))
  }
  const fields = Object.entries(value)
  if (fields.length === 0 || dice.chance(0.1)) return { ...value, [dice.pick(hostileTexts)]: odd(dice) }
  const [name] = dice.pick(fields)
  if (dice.chance(0.2)) return Object.fromEntries(fields.filter(([key]) => key !== name))
  return Object.fromEntries(fields.map(([key, inner]) => [key, key === name ? breakValue(inner, dice) : inner]))
}

/** A text in a path or a query: escaped, or as it is where HTTP can carry it. */
const inAddress = (text: string, dice: Dice): string =>
  dice.chance(0.5) ? encodeURIComponent(text.toWellFormed()) : text.replace(/[^\x21-\x7e]/g, '%').replace(/[#?]/g, '%')

export const hostileSegment = (dice: Dice): string => inAddress(dice.pick(hostileTexts), dice).slice(0, 7000) || '%'

function hostileQuery(dice: Dice, names: readonly string[]): string {
  const pairs = Array.from({ length: 1 + dice.int(3) }, () => {
    const name =
      dice.chance(0.7) && names.length > 0 ? dice.pick(names) : inAddress(dice.pick(hostileTexts), dice).slice(0, 100)
    return `${name}=${inAddress(dice.pick(hostileTexts), dice).slice(0, 3000)}`
  })
  return `?${pairs.join('&')}`
}

const headerTexts = [
  '',
  '*',
  '"0"',
  '"-1"',
  '"2000000000"',
  '"1", "2"',
  'W/"1"',
  '"é"',
  'x'.repeat(500),
  '"99999999999999999999"',
  '""',
]

/** Breaks one part of a request: its body, path, query or headers, or its method. */
export function breakRequest(request: FuzzRequest, dice: Dice, queryNames: readonly string[]): FuzzRequest {
  const broken = { ...request, headers: { ...request.headers } }
  const how = dice.int(10)
  if (how < 5 && request.body !== null) {
    broken.body =
      how === 0
        ? brokenText(String(request.body), dice)
        : JSON.stringify(breakValue(JSON.parse(String(request.body)), dice))
    if (how === 1) broken.body = JSON.stringify(breakValue(JSON.parse(broken.body as string), dice))
  } else if (how < 7) {
    const segments = request.path.split('/')
    segments[segments.length - 1 - dice.int(Math.max(1, segments.length - 3))] = hostileSegment(dice)
    broken.path = segments.join('/')
  } else if (how === 7) broken.path = request.path.replace(/\?.*/, '') + hostileQuery(dice, queryNames)
  else if (how === 8) {
    const name = dice.pick([
      'if-match',
      'if-none-match',
      'cookie',
      'content-type',
      'accept',
      'origin',
      'x-invite-token',
      'accept-language',
      'range',
      'rsc',
      'next-router-state-tree',
      'next-action',
      'x-forwarded-for',
      'x-middleware-subrequest',
    ])
    broken.headers[name] = dice.pick(headerTexts).replace(/[^\x20-\x7e]/g, 'e')
  } else broken.method = dice.pick(['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'])
  return broken
}

function brokenText(text: string, dice: Dice): string | Buffer {
  return dice.pick<() => string | Buffer>([
    () => text.slice(0, dice.int(text.length)),
    () => `${text}${text}`,
    () => Buffer.concat([Buffer.from(text.slice(0, 5)), Buffer.from([0xff, 0xfe]), Buffer.from(text.slice(5))]),
    () => '['.repeat(5000),
    () => text.replace(/"[^"]*"/, '"\\u0000"'),
    () => text.replace(/"[^"]*"/, '"\\ud800"'),
    () => '{"__proto__":{"a":1}}',
    () => '',
  ])()
}

/** Paths that no route has. */
export const oddPaths: readonly string[] = [
  '/%',
  '*',
  'journal',
  'http://other.example/journal',
  'http://%/',
  '/journal\\..\\%',
  '/%ff',
  '/api/%',
  '/api/%00',
  '/api',
  '/api/',
  '//',
  '//journal',
  '/./journal',
  '/journal/../api/me',
  '/_next/%',
  '/_next/static/%ff.js',
  '/_next/data/x/journal.json',
  '/_next/image?url=%&w=1&q=1',
  '/_next/image?url=/a.png&w=64&q=75',
  '/journal/%5Bid%5D',
  '/journal/[id]',
  '/404',
  '/500',
  '/_error',
  '/_not-found',
  '/favicon.ico',
  '/robots.txt',
  '/..%2f..%2fetc/passwd',
  '/journal%',
  '/week/%c0%af',
  '/months/%E0%A4%A',
  '/api/weeks/%',
  '/api/me/%',
  '/?%',
  '/today?_rsc=%',
  '/today?_rsc=abc',
  '/about?a=%ff',
  '/api/auth/providers',
  '/api/auth/signin',
  '/api/auth/_log',
  '/api/auth/%',
]
