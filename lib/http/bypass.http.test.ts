// Ways around a guard that stands before the pages: headers of the framework and of proxies, other spellings of a path, other methods. There
// is no such guard to get around: each read and each page finds out by itself who asks. So nobody but the two gets a word of theirs.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contracts } from '@/lib/openapi/contracts'
import { addPlan } from '@/lib/plans/device'
import { builtPages } from '@/lib/testing/built-pages'
import { times } from '@/lib/testing/full-counts'
import { servedCouples, type ServedCouple } from '@/lib/testing/served-couples'
import { sharedApp, type ServedApp } from '@/lib/testing/served'
import { reportFigure } from '@/lib/testing/soak/figure'
import { day, noon, week } from '@/lib/testing/two-with-everything'
import { parseZone } from '@/lib/time/zone'
import { randomUuid } from '@/lib/vault/primitives'

const WORD = 'Kanarienvogel'
const plan = randomUuid()

let app: ServedApp, couples: Awaited<ReturnType<typeof servedCouples>>
let ours: ServedCouple, others: ServedCouple
beforeAll(async () => {
  app = await sharedApp(noon)
  couples = await servedCouples(app, noon)
  ours = await couples.newCouple()
  others = await couples.newCouple()
  const rest = { minutes: 60, types: [], what: '', place: '', time: null, kind: 'together' as const }
  await addPlan(ours.a, ours.coupleId, {
    ...rest,
    id: plan,
    title: WORD,
    onDate: day,
    zone: parseZone('Europe/Lisbon'),
  })
})
afterAll(() => couples.close())

type Probe = Readonly<{ path?: (path: string) => string; headers?: Record<string, string>; method?: string }>

const header = (name: string, value: string): Probe => ({ headers: { [name]: value } })

/** What has got around a guard of some framework or proxy, and its relatives. */
const probes: Readonly<Record<string, Probe>> = {
  'a subrequest': header('x-middleware-subrequest', 'middleware'),
  'a subrequest under src': header('x-middleware-subrequest', 'src/middleware'),
  'a subrequest, as deep as they count': header(
    'x-middleware-subrequest',
    'middleware:middleware:middleware:middleware:middleware',
  ),
  'a subrequest of the proxy': header('x-middleware-subrequest', 'proxy:proxy:proxy:proxy:proxy'),
  'a subrequest with an id': { headers: { 'x-middleware-subrequest': 'proxy', 'x-middleware-subrequest-id': '1' } },
  'a prefetch of the guard': header('x-middleware-prefetch', '1'),
  'a guard that has passed': header('x-middleware-next', '1'),
  'a guard that rewrites': header('x-middleware-rewrite', '/today'),
  'a page that was invoked': {
    headers: { 'x-invoke-path': '/today', 'x-invoke-status': '200', 'x-matched-path': '/today' },
  },
  'an inner request': header('x-nextjs-data', '1'),
  'a flight request': header('rsc', '1'),
  'a flight request by its query': { path: (path) => `${path}?_rsc=abc`, headers: { rsc: '1' } },
  'a prefetch': { headers: { rsc: '1', 'next-router-prefetch': '1' } },
  'a prefetch of a segment': {
    headers: { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' },
  },
  'the flight file': { path: (path) => `${path}.rsc` },
  'the file of a segment': { path: (path) => `${path}.segments/_tree.segment.rsc` },
  'the data file': { path: (path) => `/_next/data/build${path}.json` },
  'another host': { headers: { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' } },
  'an inner host': header('x-forwarded-host', 'localhost'),
  'this machine as the client': { headers: { 'x-forwarded-for': '127.0.0.1', 'x-real-ip': '127.0.0.1' } },
  'another address behind it': {
    path: () => '/privacy',
    headers: { 'x-original-url': '/today', 'x-rewrite-url': '/today' },
  },
  'another method by a header': { method: 'POST', headers: { 'x-http-method-override': 'GET' } },
  'the head alone': { method: 'HEAD' },
  'its options': { method: 'OPTIONS' },
  'a slash behind': { path: (path) => `${path}/` },
  'two slashes': { path: (path) => `/${path}` },
  'an encoded slash': { path: (path) => `/${path.slice(1).replaceAll('/', '%2F')}` },
  'an encoded letter': { path: (path) => `/%${path.charCodeAt(1).toString(16)}${path.slice(2)}` },
  'a way back': { path: (path) => `/privacy/..%2f${path.slice(1)}` },
  'a back slash': { path: (path) => `/\\${path}` },
  capitals: { path: (path) => path.toUpperCase() },
  'a language': { path: (path) => `/en${path}` },
  'a semicolon': { path: (path) => `${path};x=1` },
  'a null byte': { path: (path) => `${path}%00` },
}

/** Addresses with the couple's own values in them. */
const addresses = () =>
  [...builtPages, ...contracts.filter(({ method }) => method === 'GET').map(({ path }) => path)]
    .map((path) =>
      path
        .replace(/[[{]week[\]}]/, week)
        .replace(/[[{]month[\]}]/, '2026-11')
        .replace(/[[{]\w+[\]}]/, plan),
    )
    .filter((path) => path.length > 1)

async function read(address: string, cookie: string | undefined, probe: Probe) {
  const path = probe.path?.(address) ?? address
  const answer = await fetch(app.origin + path, {
    method: probe.method ?? 'GET',
    redirect: 'manual',
    headers: { ...probe.headers, ...(cookie && { cookie }) },
  })
  return { status: answer.status, text: await answer.text() }
}

test('the word is where the two look', async () => {
  for (const address of ['/week', `/plans/${plan}`, `/api/plans/${plan}`])
    expect([address, (await read(address, ours.b.cookie, {})).text.includes(WORD)]).toEqual([address, true])
})

test('nobody else gets it in any of these ways', async () => {
  const tries = Object.entries(probes).flatMap(([name, probe]) =>
    addresses().map((address) => ({ name, probe, address })),
  )
  const every = times(1, 41) // shares no factor with the number of addresses
  let sent = 0
  const shown: string[] = []
  for (const [index, { name, probe, address }] of tries.entries()) {
    if (index % every !== 0) continue
    for (const [who, cookie] of [['nobody', undefined] as const, ['a stranger', others.a.cookie] as const]) {
      const { status, text } = await read(address, cookie, probe)
      sent += 1
      if (status >= 500 || text.includes(WORD) || text.includes(ours.coupleId))
        shown.push(`${name}, ${address}, ${who}: ${status}`)
    }
  }
  expect(shown).toEqual([])
  reportFigure('bypasses', sent)
})
