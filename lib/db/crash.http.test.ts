// "If the app said saved, it survives a crash of the app or the database": people write over HTTP while both are killed.
import { randomBytes, randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { couples } from '@/lib/testing/policy-people'
import { served, type ServedApp } from '@/lib/testing/served'
import { cookieOf, putSignedIn } from '@/lib/testing/signed-in'
import { until } from '@/lib/testing/until'
import { withConnection } from './connection'
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres'
import { migrate } from './migrate'
import { ensureOwnDatabase } from './own-database'
import type { DatabaseUrls } from './roles'

const secret = randomBytes(32).toString('base64url')
const folder = mkdtempSync(path.join(tmpdir(), 'fivefold-'))
chmodSync(folder, 0o755) // root's PostgreSQL runs as nobody, who has to get in
let postgres: EmbeddedPostgres
let database: DatabaseUrls
let app: ServedApp

/** As `served` would be told by a parent whose app was killed: on the port that people know. */
const serve = (port = 0) =>
  served({
    database,
    port,
    at: '2026-11-24T12:00:00.000Z',
    limits: { writesPerMinute: 1_000_000, readsPerMinute: 1_000_000 },
  })

beforeAll(async () => {
  postgres = await startEmbeddedPostgres(folder, secret)
  database = await ensureOwnDatabase(postgres, 'fivefold', secret)
  await migrate(database.ownerUrl, path.join(import.meta.dirname, '..', '..', 'prisma', 'migrations'))
  await withConnection(database.ownerUrl, putSignedIn)
  app = await serve()
})
afterAll(async () => {
  await app.stop()
  await postgres.stop('immediate')
  rmSync(folder, { recursive: true, force: true })
})

const ask = (method: string, address: string, body?: unknown) =>
  fetch(app.origin + address, {
    method,
    headers: { origin: app.origin, cookie: cookieOf('ana'), 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })

/** A busy machine is slow to come up again, never wrong. */
const patienceMs = 90_000

const pages = new Map<string, string>()
const rituals: string[] = []
let writing = true
const written = () => pages.size + rituals.length

/** Writes pages and proposals, one after another, and notes what was answered as kept; what was not is sent again, as a device does. */
async function write(): Promise<void> {
  const keep = (address: string, body: unknown) =>
    until('it is kept', async () => !writing || (await ask('POST', address, body)).status === 200, patienceMs)
  while (writing) {
    const entries = Array.from({ length: 3 }, () => ({
      id: randomUUID(),
      sealed: randomBytes(300).toString('base64url'),
    }))
    await keep('/api/entries', { entries })
    const ritual = {
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
    }
    if (writing) for (const { id, sealed } of entries) pages.set(id, sealed)
    await keep('/api/rituals', ritual)
    if (writing) rituals.push(ritual.id)
  }
}

const moreIsWritten = async () => {
  const before = written()
  await until('more is written', () => written() >= before + 12, patienceMs)
}

test('while the database is down the API says so and when to retry, and works once it is back', async () => {
  process.kill(postgres.pid, 'SIGKILL')
  for (const [method, address, body] of [
    ['GET', '/api/me'],
    ['GET', '/api/health'],
    ['PATCH', '/api/me', { name: 'Ana' }],
    ['POST', '/api/auth/prelogin', { email: 'ana@example.test' }],
  ] as const) {
    const answer = await ask(method, address, body)
    expect([address, answer.status, answer.headers.get('content-type'), answer.headers.get('retry-after')]).toEqual([
      address,
      503,
      'application/problem+json',
      '2',
    ])
    expect(await answer.json()).toMatchObject({ status: 503, code: 'not-now' })
  }
  postgres = await startEmbeddedPostgres(folder, secret)
  for (const address of ['/api/me', '/api/health'])
    await until(`${address} works`, async () => (await ask('GET', address)).status === 200)
  expect((await ask('PATCH', '/api/me', { name: 'Ana' })).status).toBe(204)
})

test('what was answered as kept is there, whole, after the app and the database were killed', async () => {
  const writers = Array.from({ length: 3 }, write)
  await moreIsWritten()
  process.kill(app.pid, 'SIGKILL')
  await app.stop()
  app = await serve(app.port)
  await moreIsWritten()
  process.kill(postgres.pid, 'SIGKILL')
  postgres = await startEmbeddedPostgres(folder, secret)
  await moreIsWritten()
  writing = false
  await Promise.all(writers)

  await withConnection(database.ownerUrl, async (db) => {
    const kept = await db.query<{ id: string; sealed: Buffer }>('select id, sealed from private_entry')
    const saved = new Map(kept.rows.map(({ id, sealed }) => [id, sealed.toString('base64url')]))
    for (const [id, sealed] of pages) expect([id, saved.get(id)]).toEqual([id, sealed])
    const whole = await db.query<{ id: string }>(
      'select r.id from ritual r join ritual_terms t on t.ritual_id = r.id join agreement a on a.terms_id = t.id',
    )
    const standing = new Set(whole.rows.map(({ id }) => id))
    expect(rituals.filter((id) => !standing.has(id))).toEqual([])
    expect((await db.query('select from ritual')).rowCount).toBe(standing.size) // none by half, answered or not
  })
}, 400_000)
