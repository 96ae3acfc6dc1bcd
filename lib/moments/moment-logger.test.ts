import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Device } from '@/lib/device/device'
import { daySchema } from '@/lib/time/schemas'
import { floorOf, openFloors } from '@/lib/vault/floors'
import { paired, somebody } from '@/lib/vault/people.fixture'
import { randomUuid } from '@/lib/vault/primitives'
import { openStore, type DeviceStore } from '@/lib/vault/store'
import type { Vault } from '@/lib/vault/vault'
import type { MomentRow } from './contract'
import { makeMomentLogger } from './moment-logger'

let store: DeviceStore, vault: Vault, pair: string
beforeEach(async () => {
  store = await openStore(randomUuid())
  ;({ a: vault, pair } = await paired(await somebody(), await somebody()))
})
afterEach(() => store.close())

const day = daySchema.parse('2026-11-24')

/** Logs a moment on a server that answers the saved row with some fields of its own. */
async function log(lie: Partial<MomentRow>) {
  let id = ''
  const call = async (_: unknown, sent: MomentRow): Promise<MomentRow> => {
    id = sent.id
    const addedAt = '2026-11-24T12:00:00.000Z'
    return { ...sent, authorId: vault.uid, rev: 1, removed: false, parts: [], addedAt, ...lie }
  }
  const send = makeMomentLogger({ store, call } as unknown as Device, pair)
  await send(vault, { day, who: 'both', types: ['physical'], words: 'The herons.' })
  return id
}

test('a new moment raises its floor', async () => {
  const id = await log({})
  const floors = await openFloors(vault, (await store.floors(vault.uid)) ?? expect.fail('no floors'))
  expect(floorOf(floors, { magic: 'fivefold-moment/v1', pair, author: vault.uid, id })).toBe(1)
})

test.each<[string, Partial<MomentRow>]>([
  ['a later version', { rev: 2_000_000 }],
  ['another day', { day: daySchema.parse('2026-11-23') }],
  ['other people', { who: 'me' }],
  ['another id', { id: randomUuid() }],
  ['another couple', { coupleId: randomUuid() }],
  ['another author', { authorId: randomUuid() }],
  ['other types', { types: ['spiritual'] }],
  ['other bytes', { sealed: 'AAAA' }],
  ['a removed one', { removed: true }],
])('a new moment that the server answers as %s is not taken as logged', async (_, lie) => {
  await expect(log(lie)).rejects.toMatchObject({ code: 'other-answer' })
  expect(await store.floors(vault.uid)).toBeNull()
})
