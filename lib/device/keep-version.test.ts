import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Problem } from '@/lib/http/problem'
import { lineSchema } from '@/lib/plans/contract'
import { floorOf, openFloors } from '@/lib/vault/floors'
import { somebody } from '@/lib/vault/people.fixture'
import { randomUuid } from '@/lib/vault/primitives'
import { tabStore, type TabStore } from '@/lib/device/tab-store'
import { openStore } from '@/lib/vault/store'
import type { Vault } from '@/lib/vault/vault'
import { demandSentVersion, nextVersion, sendVersion, type RowVersion, type SealedVersion } from './keep-version'

let store: TabStore
let vault: Vault
beforeEach(async () => {
  store = tabStore(await openStore(randomUuid()))
  vault = await somebody()
})
afterEach(() => {
  store.close()
})

type Line = SealedVersion & { personId: string }

const kind = { magic: 'fivefold-line/v1', pair: randomUuid() } as const
/** The newest version in a refusal, which the tests below write, is the viewer's own, unless it says otherwise. */
const isOwn = async ({ personId }: Line) => personId === vault.uid
const seal = async ({ rev }: RowVersion) => `version-${rev}`
const firstVersion = async (): Promise<SealedVersion> => {
  const next = nextVersion(null)
  return { ...next, sealed: await seal(next) }
}
const lineOf = (version: SealedVersion): Line => ({ ...version, personId: vault.uid })

async function sendTo(first: SealedVersion, answer: (sent: SealedVersion) => Line) {
  const sent: SealedVersion[] = []
  const send = async (version: SealedVersion) => {
    sent.push(version)
    return answer(version)
  }
  const outcome = await sendVersion({ store }, vault, first, { kind, seal, send, row: lineSchema, isOwn }).catch(
    (error: unknown) => error,
  )
  return { sent, outcome }
}

async function readFloor({ id }: RowVersion): Promise<number> {
  const stored = await store.floors(vault.uid)
  return stored === null ? 0 : floorOf(await openFloors(vault, stored), { ...kind, author: vault.uid, id })
}

test('a saved version raises its floor', async () => {
  const first = await firstVersion()
  const { sent, outcome } = await sendTo(first, lineOf)
  expect(sent).toEqual([first])
  expect(outcome).toEqual(lineOf(first))
  expect(await readFloor(first)).toBe(1)
})

test.each<[string, (sent: SealedVersion) => Partial<Line>]>([
  ['another, much later version', () => ({ rev: 2_000_000, sealed: 'other-bytes' })],
  ['a later version with the bytes that were sent', () => ({ rev: 2_000_000 })],
  ['other bytes', () => ({ sealed: 'other-bytes' })],
  ['another row', () => ({ id: randomUuid() })],
])('%s in the answer is not saved, and raises no floor', async (_, lie) => {
  const first = await firstVersion()
  const { sent, outcome } = await sendTo(first, (version) => lineOf({ ...version, ...lie(version) }))
  expect(outcome).toMatchObject(new Problem('version-changed'))
  expect(sent).toHaveLength(3)
  for (const version of sent) expect(await readFloor(version)).toBe(0)
})

test.each(['refuses with', 'answers'])('a version is sealed again after the one that the server %s', async (how) => {
  const first = await firstVersion()
  const other = lineOf({ id: first.id, rev: 4, sealed: 'of-another-device' })
  const { sent, outcome } = await sendTo(first, (version) => {
    if (version.rev === 5) return lineOf(version)
    if (how === 'answers') return other
    throw new Problem('version-changed', { current: other })
  })
  const next = { id: first.id, rev: 5, sealed: 'version-5' }
  expect(sent).toEqual([first, next])
  expect(outcome).toEqual(lineOf(next))
  expect(await readFloor(first)).toBe(5)
})

test('an answer is accepted only if it is the version that was sent', () => {
  const sent = { id: randomUuid(), rev: 3, sealed: 'c2VudA' }
  expect(() => demandSentVersion({ ...sent }, sent)).not.toThrow()
  for (const other of [{ id: randomUuid() }, { rev: 2 }, { rev: 4 }, { sealed: 'b3RoZXI' }])
    expect(() => demandSentVersion({ ...sent, ...other }, sent)).toThrow(Problem)
})

test('a newest version that is no text of the viewer is not followed', async () => {
  const first = await firstVersion()
  const foreign = { ...lineOf(first), personId: randomUuid(), id: randomUuid(), rev: 1_000_000 }
  const { sent, outcome } = await sendTo(first, () => {
    throw new Problem('version-changed', { current: foreign })
  })
  expect(outcome).toMatchObject({ code: 'other-answer' })
  expect(sent).toEqual([first])
  expect(await readFloor(first)).toBe(0)
})
