// What the app answers as saved survives a crash of the app and of the database: both are killed while people write
// over HTTP.
import { randomBytes, randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { served, type ServedApp } from '@/lib/testing/served'
import { cookieOf, putSignedIn } from '@/lib/testing/signed-in'
import { until } from '@/lib/testing/until'
import { validProposal } from '@/lib/testing/valid-proposal'
import { withConnection } from './connection'
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres'
import { migrate } from './migrate'
import { ensureOwnDatabase } from './own-database'
import type { DatabaseUrls } from './roles'

const secret = randomBytes(32).toString('base64url')
const folder = mkdtempSync(path.join(tmpdir(), 'fivefold-'))
chmodSync(folder, 0o755) // PostgreSQL of root runs as nobody, who must enter this folder
let postgres: EmbeddedPostgres
let database: DatabaseUrls
let app: ServedApp

/** Starts the app; after a kill on its former port. */
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

const request = (method: string, address: string, body?: unknown) =>
  fetch(app.origin + address, {
    method,
    headers: { origin: app.origin, cookie: cookieOf('ana'), 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })

/** A busy machine is slow to start again. */
const patienceMs = 90_000

const savedEntries = new Map<string, string>()
const savedRituals: string[] = []
let writing = true
const countSaved = () => savedEntries.size + savedRituals.length

/** Writes entries and proposals in turn, sends each until it is answered as saved, as a device does, and records it. */
async function write(): Promise<void> {
  const save = (address: string, body: unknown) =>
    until('it is saved', async () => !writing || (await request('POST', address, body)).status === 200, patienceMs)
  while (writing) {
    const entries = Array.from({ length: 3 }, () => ({
      id: randomUUID(),
      sealed: randomBytes(300).toString('base64url'),
    }))
    await save('/api/entries', { entries })
    const ritual = validProposal()
    if (writing) for (const { id, sealed } of entries) savedEntries.set(id, sealed)
    await save('/api/rituals', ritual)
    if (writing) savedRituals.push(ritual.id)
  }
}

const untilMoreIsSaved = async () => {
  const before = countSaved()
  await until('more is saved', () => countSaved() >= before + 12, patienceMs)
}

test('while the database is down the API answers 503 with Retry-After, and works again after it', async () => {
  process.kill(postgres.pid, 'SIGKILL')
  for (const [method, address, body] of [
    ['GET', '/api/me'],
    ['GET', '/api/health'],
    ['PATCH', '/api/me', { name: 'Ana' }],
    ['POST', '/api/auth/prelogin', { email: 'ana@example.test' }],
  ] as const) {
    const answer = await request(method, address, body)
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
    await until(`${address} works`, async () => (await request('GET', address)).status === 200)
  expect((await request('PATCH', '/api/me', { name: 'Ana' })).status).toBe(204)
})

test('what was answered as saved is complete after the app and the database were killed', async () => {
  const writers = Array.from({ length: 3 }, write)
  await untilMoreIsSaved()
  process.kill(app.pid, 'SIGKILL')
  await app.stop()
  app = await serve(app.port)
  await untilMoreIsSaved()
  process.kill(postgres.pid, 'SIGKILL')
  postgres = await startEmbeddedPostgres(folder, secret)
  await untilMoreIsSaved()
  writing = false
  await Promise.all(writers)

  await withConnection(database.ownerUrl, async (db) => {
    const entries = await db.query<{ id: string; sealed: Buffer }>('select id, sealed from private_entry')
    const saved = new Map(entries.rows.map(({ id, sealed }) => [id, sealed.toString('base64url')]))
    for (const [id, sealed] of savedEntries) expect([id, saved.get(id)]).toEqual([id, sealed])
    const complete = await db.query<{ id: string }>(
      'select r.id from ritual r join ritual_terms t on t.ritual_id = r.id join agreement a on a.terms_id = t.id',
    )
    const completeIds = new Set(complete.rows.map(({ id }) => id))
    expect(savedRituals.filter((id) => !completeIds.has(id))).toEqual([])
    expect((await db.query('select from ritual')).rowCount).toBe(completeIds.size) // none is incomplete, answered or not
  })
}, 400_000)
