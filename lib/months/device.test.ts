// A server that answers something else than what was sent: nothing counts as saved.
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Device } from '@/lib/device/device'
import type { Call } from '@/lib/http/call'
import { Problem } from '@/lib/http/problem'
import { monthSchema } from '@/lib/time/schemas'
import { paired, somebody } from '@/lib/vault/people.fixture'
import { randomUuid } from '@/lib/vault/primitives'
import { tabStore, type TabStore } from '@/lib/device/tab-store'
import { openStore } from '@/lib/vault/store'
import type { Vault } from '@/lib/vault/vault'
import type { MonthChange, MonthClosing } from './contract'
import { proposeVersion, sendNotes, type KeptNotes } from './device'
import type { MonthKey } from './facts'

let store: TabStore
let vault: Vault
let monthKey: MonthKey
beforeEach(async () => {
  store = tabStore(await openStore(randomUuid()))
  const { a, pair } = await paired(await somebody(), await somebody())
  vault = a
  monthKey = { coupleId: pair, month: monthSchema.parse('2026-11') }
})
afterEach(() => {
  store.close()
})

const deviceThat = (answer: (input: never) => unknown) =>
  ({ store, call: (async (_: unknown, input: never) => answer(input)) as unknown as Call }) as unknown as Device

const notes = { closer: 'The herons.', way: '', more: '' }
const savedNotes = ({ id, rev, sealed }: KeptNotes): KeptNotes => ({
  personId: vault.uid,
  id,
  rev,
  sealed,
  revealed: false,
})

test('notes are saved when the server answers them', async () => {
  expect(await sendNotes(deviceThat(savedNotes), vault, monthKey, notes, null)).toMatchObject({ rev: 1 })
  expect(await store.floors(vault.uid)).not.toBeNull()
})

test.each<[string, Partial<KeptNotes>]>([
  ['other bytes', { sealed: 'AAAA' }],
  ['a later version', { rev: 2_000_000 }],
  ['another row', { id: randomUuid() }],
])('notes are not saved when the server answers %s', async (_, lie) => {
  const device = deviceThat((input) => ({ ...savedNotes(input), ...lie }))
  await expect(sendNotes(device, vault, monthKey, notes, null)).rejects.toMatchObject(new Problem('version-changed'))
  expect(await store.floors(vault.uid)).toBeNull()
})

type SentClosing = Pick<MonthClosing, 'number' | 'focus'> & { change: Pick<MonthChange, 'id' | 'sealed'> | null }

const savedClosing = ({ number, focus, change }: SentClosing): MonthClosing => ({
  number,
  personId: vault.uid,
  focus,
  withChange: change !== null,
  change: change && { ...change, authorId: vault.uid, number },
  closed: false,
})
const draft = { focus: 'spiritual', change: 'The call stays on.', after: null } as const

test.each(['The call stays on.', ' '])('a proposal is saved when the server answers it: "%s"', async (change) => {
  const saved = await proposeVersion(deviceThat(savedClosing), vault, monthKey, { ...draft, change })
  expect(saved).toMatchObject({ number: 1, focus: 'spiritual' })
})

test.each<[string, (saved: MonthClosing) => Partial<MonthClosing>]>([
  ['another change', ({ change }) => ({ change: change && { ...change, sealed: 'AAAA' } })],
  ['no change', () => ({ change: null })],
  ['another focus', () => ({ focus: null })],
  ['another number', () => ({ number: 7 })],
  ['a proposal of the partner', () => ({ personId: randomUuid() })],
])('a proposal is not saved when the server answers %s', async (_, lie) => {
  const device = deviceThat((input) => {
    const saved = savedClosing(input)
    return { ...saved, ...lie(saved) }
  })
  await expect(proposeVersion(device, vault, monthKey, draft)).rejects.toMatchObject(new Problem('version-changed'))
})
