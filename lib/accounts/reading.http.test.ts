import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, type Client } from '@/lib/db/connection'
import { newPerson } from '@/lib/testing/people'
import { sharedApp, type ServedApp } from '@/lib/testing/served'

let app: ServedApp
let owner: Client
beforeAll(async () => {
  app = await sharedApp('2026-11-24T08:00:00.000Z')
  owner = await connect(app.ownerUrl)
})
afterAll(() => owner.end())

/** Reads every row of every table, as one text. */
async function readEverything(): Promise<string> {
  const { rows } = await owner.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by tablename`,
  )
  const parts = []
  for (const { name } of rows)
    parts.push(
      (
        await owner.query<{ all: string }>(
          `select coalesce(string_agg(t::text, '\n' order by t::text), '') as all from "${name}" t`,
        )
      ).rows[0]?.all,
    )
  return parts.join('\n\n')
}

test('reading writes nothing, on the first day and on the next', async () => {
  const noor = await newPerson(app)
  const paths = [
    '/api/me',
    '/api/me/vault',
    '/api/me/sessions',
    '/api/auth/session',
    '/api/auth/csrf',
    '/settings',
    '/settings/spare-page',
    '/start',
    '/sign-in',
    '/recover',
    '/',
  ]
  for (const moment of ['2026-11-24T09:00:00.000Z', '2026-11-25T09:00:00.000Z']) {
    await app.at(moment)
    const before = await readEverything()
    expect(before).toContain(noor.id)
    // `/` redirects a signed-in person to Today
    for (const path of paths)
      expect([path, (await noor.device.fetch(path)).status]).toEqual([path, path === '/' ? 307 : 200])
    expect(await readEverything()).toBe(before)
  }
})

test('a locked device’s pages hold no data of the person', async () => {
  const noor = await newPerson(app, { name: 'Wilhelmina' })
  const open = await (await noor.device.fetch('/settings')).text()
  expect(open).toContain('Wilhelmina')
  expect(open).toContain(noor.email)
  noor.device.lockMark.set()
  for (const path of ['/settings', '/settings/spare-page']) {
    const locked = await (await noor.device.fetch(path)).text()
    expect(locked).toContain('Open your journal')
    for (const known of ['Wilhelmina', noor.email, noor.id, 'Firefox on Linux']) expect(locked).not.toContain(known)
  }
})
