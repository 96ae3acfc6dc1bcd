import { beforeAll, expect, test } from 'vitest'
import type { Device } from '@/lib/device/device'
import { parseDay } from '@/lib/time/day'
import { paired, somebody } from '@/lib/vault/people.fixture'
import { randomUuid } from '@/lib/vault/primitives'
import type { Vault } from '@/lib/vault/vault'
import type { ReplyRow, SharedEntryRow } from './contract'
import { fetchOwnPage, sealPage } from './device'
import { fetchReplies, fetchSharedPage, sealReply, sealShare } from './sharing'

let a: Vault, b: Vault, coupleId: string
beforeAll(async () => {
  ;({ a, b, pair: coupleId } = await paired(await somebody(), await somebody()))
})

const day = parseDay('2026-11-24')
const addedAt = '2026-11-24T12:00:00.000Z'

/** A device whose server answers every request with this. */
const answering = (answer: unknown): Device =>
  ({
    store: { floors: async () => null, keepFloors: async () => true },
    call: async () => answer,
    now: () => new Date(addedAt),
    present: () => new Date(addedAt),
    zone: () => 'UTC',
  }) as unknown as Device

async function sharePage(): Promise<SharedEntryRow> {
  const page = { kind: 'reflection', words: { text: 'Soup.' }, wants: 'listen', writtenDay: null } as const
  const share = await sealShare(answering(null), a, { coupleId, page, types: [] })
  return { ...share, authorId: a.uid, rev: 1, removed: false, addedAt }
}

test('a private page that the server answers in place of the requested one is not opened', async () => {
  const id = randomUuid()
  const sealed = await sealPage(a, id, 1, { day, types: [], writing: { kind: 'reflection', text: 'Mine.' } })
  const device = answering({ id, rev: 1, sealed, addedAt })
  expect((await fetchOwnPage(device, a, id)).opened.is).toBe('text')
  expect((await fetchOwnPage(device, a, randomUuid())).opened).toEqual({ is: 'failed', code: 'id-mismatch' })
})

test('a shared page that the server answers in place of the requested one is not opened', async () => {
  const page = await sharePage()
  const device = answering(page)
  expect((await fetchSharedPage(device, b, page.id)).opened.is).toBe('text')
  expect((await fetchSharedPage(device, b, randomUuid())).opened).toEqual({ is: 'failed', code: 'id-mismatch' })
})

test('a reply to another page is not opened under the requested one', async () => {
  const page = await sharePage()
  const { pageId, ...reply } = await sealReply(answering(null), b, page, { id: randomUuid(), text: 'Yes.' })
  const row: ReplyRow = { ...reply, pageId, authorId: b.uid, rev: 1, removed: false, addedAt }
  const device = answering({ rows: [row], next: null })
  const openedUnder = async (id: string) =>
    (await fetchReplies(device, a, { id, coupleId })).rows.map(({ opened }) => opened)
  expect(await openedUnder(page.id)).toEqual([{ is: 'text', text: 'Yes.' }])
  expect(await openedUnder(randomUuid())).toEqual([{ is: 'failed', code: 'meta-mismatch' }])
})
