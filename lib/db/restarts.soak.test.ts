// The database is killed and stopped under a steady stream of requests, and comes back as `npm start` brings it back.
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepDatabaseUp } from '@/lib/process/keep-database-up'
import { killedPostgres, type KilledPostgres } from '@/lib/testing/killed-postgres'
import { sealedOf } from '@/lib/testing/sealed'
import { roomy, served, type ServedApp } from '@/lib/testing/served'
import { cookieOf, putSignedIn } from '@/lib/testing/signed-in'
import { reportFigure } from '@/lib/testing/soak/figure'
import { until } from '@/lib/testing/until'
import { withConnection } from './connection'

const RESTARTS = 20
const A_SECOND = 50
/** How long requests run before each restart and after it. */
const steadyMs = 1500
const ways = ['kill', 'SIGINT', 'SIGQUIT'] as const

let postgres: KilledPostgres
let app: ServedApp
let stopWatching: () => void
const gaveUp: string[] = []

beforeAll(async () => {
  postgres = await killedPostgres()
  await withConnection(postgres.database.ownerUrl, putSignedIn)
  app = await served({ database: postgres.database, at: '2026-11-24T12:00:00.000Z', limits: roomy })
  stopWatching = keepDatabaseUp(postgres, { say: () => {}, giveUp: (sentence) => gaveUp.push(sentence) })
})
afterAll(async () => {
  stopWatching()
  await app.stop()
  await postgres.remove()
})

const send = (method: string, address: string, body?: unknown) =>
  fetch(app.origin + address, {
    method,
    headers: { origin: app.origin, cookie: cookieOf('ana'), 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })

const acknowledged = new Map<string, string>()
const faults: string[] = []
let [requests, refused] = [0, 0]

/** What an answer may be: of 2xx, or a 503 that says when to come again. */
async function check(what: string, sending: Promise<Response>): Promise<boolean> {
  requests += 1
  const answer = await sending.catch((error: unknown) => String(error))
  if (typeof answer === 'string') return faults.push(`${what}: ${answer}`) < 0
  const body = (await answer.json().catch(() => null)) as { code?: string } | null
  if (answer.ok) return true
  refused += 1
  const refusal = [answer.status, body?.code, answer.headers.get('content-type'), answer.headers.get('retry-after')]
  if (refusal.join() !== '503,not-now,application/problem+json,2') faults.push(`${what}: ${refusal.join()}`)
  return false
}

const kinds: readonly (() => Promise<void>)[] = [
  async () => {
    const [id, sealed] = [randomUUID(), sealedOf(randomUUID())]
    if (await check('a page', send('POST', '/api/entries', { entries: [{ id, sealed }] }))) acknowledged.set(id, sealed)
  },
  async () => void (await check('the list', send('GET', '/api/rituals'))),
  async () => void (await check('health', send('GET', '/api/health'))),
  async () => void (await check('a change', send('PATCH', '/api/me', { name: 'Ana' }))),
  async () => void (await check('a salt', send('POST', '/api/auth/prelogin', { email: 'ana@example.test' }))),
]

/** Sends requests at an even pace, whether or not the earlier ones were answered, and waits for all answers at the end. */
async function stream(isOver: () => boolean): Promise<void> {
  const open = new Set<Promise<void>>()
  const from = performance.now()
  for (let n = 0; !isOver(); n++) {
    await pause(Math.max(0, from + (n * 1000) / A_SECOND - performance.now()))
    const sending = kinds[n % kinds.length]?.()
    if (sending) open.add(sending.finally(() => open.delete(sending)))
  }
  await Promise.all(open)
}

test('a database that ends under fifty requests a second loses nothing that was acknowledged, and is back within ten seconds', async () => {
  let over = false
  const streaming = stream(() => over)
  const waits: number[] = []
  const isReady = async () =>
    (await send('GET', '/api/health')).ok && (await send('PATCH', '/api/me', { name: 'Ana' })).ok
  for (let n = 0; n < RESTARTS; n++) {
    await pause(steadyMs)
    const way = ways[n % ways.length] ?? 'kill'
    const from = performance.now()
    if (way === 'kill') postgres.kill()
    else postgres.stop(way)
    // on a busy machine it can be back before it was asked
    const isAsked = () => performance.now() - from > 3000
    await until('it refuses', async () => !(await send('GET', '/api/health')).ok || isAsked())
    await until('it is ready again', isReady)
    waits.push(performance.now() - from)
  }
  await pause(steadyMs)
  over = true
  await streaming

  expect(faults).toEqual([])
  expect(gaveUp).toEqual([])
  expect(refused).toBeGreaterThan(0)
  const { rows } = await withConnection(postgres.database.ownerUrl, (db) =>
    db.query<{ id: string; sealed: Buffer }>('select id, sealed from private_entry'),
  )
  const stored = new Map(rows.map(({ id, sealed }) => [id, sealed.toString('base64url')]))
  expect([...acknowledged].filter(([id, sealed]) => stored.get(id) !== sealed)).toEqual([])
  expect(app.readOutput()).not.toMatch(/unhandled/i)
  const slowest = Math.max(...waits) / 1000
  reportFigure(
    'restarts',
    RESTARTS,
    `${requests} requests, ${refused} of them 503, ready within ${slowest.toFixed(1)} s`,
  )
  // a time is asserted in soak alone, whose machine is its own
  expect(slowest).toBeLessThan(10)
})
