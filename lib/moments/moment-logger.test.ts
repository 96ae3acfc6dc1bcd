import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import type { Device } from '@/lib/device/device'
import { daySchema } from '@/lib/time/schemas'
import { floorOf, openFloors } from '@/lib/vault/floors'
import { paired, somebody } from '@/lib/vault/people.fixture'
import { randomUuid } from '@/lib/vault/primitives'
import { openStore } from '@/lib/vault/store'
import { makeMomentLogger } from './moment-logger'

test('the floor of a new moment is the version that was sent, whatever version the server answers', async () => {
  const store = await openStore(randomUuid())
  const { a: vault, pair } = await paired(await somebody(), await somebody())
  let id = ''
  const call = async (_: unknown, sent: { id: string }) => {
    id = sent.id
    return { ...sent, rev: 2_000_000 }
  }
  const log = makeMomentLogger({ store, call } as unknown as Device, pair)
  await log(vault, { day: daySchema.parse('2026-11-24'), who: 'both', types: ['physical'], words: 'The herons.' })
  const floors = await openFloors(vault, (await store.floors(vault.uid)) ?? expect.fail('no floors'))
  expect(floorOf(floors, { author: vault.uid, id })).toBe(1)
  store.close()
})
