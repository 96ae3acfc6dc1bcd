import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '@/lib/db/connection'
import { makeCall, type Call } from '@/lib/http/call'
import { Problem } from '@/lib/http/problem'
import { times } from '@/lib/testing/full-counts'
import { reportFigure } from '@/lib/testing/soak/figure'
import { putPeopleWithSecrets, sessionSecretOf } from '@/lib/testing/journal-people'
import { couples, who, type PolicyName } from '@/lib/testing/policy-people'
import { roomy, served, type ServedApp } from '@/lib/testing/served'
import { parseDay } from '@/lib/time/day'
import {
  addEntries,
  getEntry,
  listEntries,
  listReplies,
  listSharedEntries,
  putEntry,
  putSharedEntry,
  shareEntry,
} from './contract'
import { sealedOf } from '@/lib/testing/sealed'

let app: ServedApp
let owner: Awaited<ReturnType<typeof connect>>

beforeAll(async () => {
  app = await served({ at: '2026-11-24T12:00:00Z', limits: roomy })
  owner = await connect(app.ownerUrl)
  await putPeopleWithSecrets(owner)
})
afterAll(async () => {
  await owner.end()
  await app.stop()
})

/** The API, as the browser of a person calls it. */
function as(name: PolicyName): Call {
  const cookie = `fivefold-session=${sessionSecretOf(name)}`
  const send: typeof fetch = (input, init) => {
    const headers = new Headers(init?.headers)
    headers.set('cookie', cookie)
    headers.set('origin', app.origin)
    return fetch(input, { ...init, headers })
  }
  return makeCall({ base: app.origin, fetch: send })
}

const bytes = sealedOf
const day = parseDay('2026-11-24')
const row = getEntry.answer

test('two devices that change one page again and again lose no change', async () => {
  const ana = as('ana')
  const id = crypto.randomUUID()
  await ana(addEntries, { entries: [{ id, sealed: bytes('[]') }] })
  const read = (sealed: string): string[] => JSON.parse(Buffer.from(sealed, 'base64url').toString()) as string[]
  const rounds = times(200, 20)
  const device = async (name: string) => {
    let seen = await ana(getEntry, { id })
    for (let round = 0; round < rounds; ) {
      // each device adds its word to the version it has seen, and reads the saved version where the other was first
      const sealed = bytes(JSON.stringify([...read(seen.sealed), `${name}${round}`]))
      try {
        seen = await ana(putEntry, { id, sealed, ifMatch: seen.rev })
        round += 1
      } catch (error) {
        if (!(error instanceof Problem && error.code === 'version-changed')) throw error
        seen = row.parse(error.details.current)
      }
    }
  }
  await Promise.all([device('a'), device('b')])
  const current = await ana(getEntry, { id })
  const words = read(current.sealed)
  expect(current.rev).toBe(1 + 2 * rounds)
  expect(new Set(words)).toEqual(
    new Set(Array.from({ length: rounds }, (_, round) => [`a${round}`, `b${round}`]).flat()),
  )
  for (const name of ['a', 'b'])
    expect(words.filter((word) => word.startsWith(name))).toEqual(
      Array.from({ length: rounds }, (_, round) => `${name}${round}`),
    )
  reportFigure('updates', rounds)
})

test('a change names the version it was made from, and a late change gets the current version', async () => {
  const ana = as('ana')
  const { id } = await ana(shareEntry, {
    id: crypto.randomUUID(),
    coupleId: couples.now,
    kind: 'reflection',
    types: [],
    day,
    sealed: bytes('one'),
  })
  const url = `${app.origin}/api/shared-entries/${id}`
  const headers = {
    cookie: `fivefold-session=${sessionSecretOf('ana')}`,
    origin: app.origin,
    'content-type': 'application/json',
  }
  const body = JSON.stringify({ types: [], removed: false, sealed: bytes('two') })
  expect((await fetch(url, { method: 'PUT', headers, body })).status).toBe(428)
  const saved = await fetch(url, { method: 'PUT', headers: { ...headers, 'if-match': '"1"' }, body })
  expect([saved.status, saved.headers.get('etag'), saved.headers.get('cache-control')]).toEqual([
    200,
    '"2"',
    'no-store',
  ])
  const late = await ana(putSharedEntry, {
    pageId: id,
    types: [],
    removed: false,
    sealed: bytes('three'),
    ifMatch: 1,
  }).catch((error: unknown) => error)
  expect(late).toMatchObject({ code: 'version-changed', details: { current: { id, rev: 2, sealed: bytes('two') } } })
  expect(
    (
      await fetch(url, {
        method: 'PUT',
        headers: { ...headers, 'if-match': '"2"' },
        body: JSON.stringify({ types: ['physical'], removed: true, sealed: bytes('gone') }),
      })
    ).status,
  ).toBe(422)
})

test('lists are read page by page, and their answers hold no count', async () => {
  const dov = as('dov')
  const entries = Array.from({ length: 70 }, () => ({ id: crypto.randomUUID(), sealed: bytes('page') }))
  await dov(addEntries, { entries })
  const seen: string[] = []
  for (let after: string | null | undefined; after !== null; ) {
    const page: { rows: { id: string }[]; next: string | null } = await dov(
      listEntries,
      after === undefined ? { limit: 30 } : { limit: 30, after },
    )
    expect(Object.keys(page).sort()).toEqual(['next', 'rows'])
    seen.push(...page.rows.map(({ id }) => id))
    after = page.next
  }
  expect(seen.toSorted()).toEqual(entries.map(({ id }) => id).toSorted())
  await expect(dov(listEntries, { after: 'nonsense' })).rejects.toMatchObject({ code: 'wrong-shape' })
  await expect(dov(listEntries, { limit: 101 })).rejects.toMatchObject({ code: 'wrong-shape' })
})

test('the partner’s private pages change no answer that the viewer gets', async () => {
  const ben = as('ben')
  const all = async () =>
    JSON.stringify([
      await ben(listEntries, {}),
      await ben(listSharedEntries, {}),
      await ben(listReplies, { pageId: (await ben(listSharedEntries, {})).rows[0]?.id ?? '' }),
    ])
  const before = await all()
  const id = crypto.randomUUID()
  await as('ana')(addEntries, { entries: [{ id, sealed: bytes('secret') }] })
  await as('ana')(putEntry, { id, sealed: bytes('more'), ifMatch: 1 })
  expect(await all()).toBe(before)
  expect(before).not.toContain(who.eve)
})
