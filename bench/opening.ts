// Opening 1,000 sealed private pages of 1,000 characters as the journal does, page by page of its list and with every check of a row, against
// a bare loop that decrypts the same age files. The rows are in memory: no network takes part.
import { setTimeout } from 'node:timers/promises'
import { Decrypter } from 'age-encryption'
import type { EntryRow } from '../lib/journal/contract'
import { fetchOwnPages, sealPage } from '../lib/journal/device'
import { parseDay } from '../lib/time/day'
import { fromBase64url } from '../lib/vault/base64url'
import { randomUuid } from '../lib/vault/primitives'
import type { Vault } from '../lib/vault/vault'
import { median } from './harness.ts'
import type { MeasuredMetrics } from './metrics.ts'
import type { BenchCounts } from './options.ts'
import type { BenchWorld, TwoApps } from './two-apps.ts'

const PAGES = 1000
/** As many as the journal asks for at once. */
const AT_ONCE = 30
/** The index of the device is written after the pages are shown. */
const UNTIL_NOTED_MS = 1000
const text = 'The walk along the river, and what stayed with me of it. '.repeat(20).slice(0, 1000)

/** Measures `open1000`, in ms. */
export async function measureOpening(world: BenchWorld, { openings }: BenchCounts): Promise<MeasuredMetrics> {
  const { couple } = await world.twoApps()
  const vault = couple.a.vault()
  const rows = await sealPages(vault)
  const files = rows.map(({ sealed }) => fromBase64url(sealed))
  const apps = { ours: () => openAll(couple.a.device, vault, rows), bare: () => decryptAll(vault, files) }
  const times: { ours: number; bare: number }[] = []
  for (let round = 0; round <= openings; round += 1) {
    const took = { ours: 0, bare: 0 }
    for (const name of round % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const)) {
      const began = performance.now()
      await apps[name]()
      took[name] = performance.now() - began
      await setTimeout(UNTIL_NOTED_MS)
    }
    if (round > 0) times.push(took) // the first compiles
  }
  const value = median(times.map(({ ours }) => ours))
  const bare = median(times.map((took) => took.bare))
  const note = `bare ${bare.toFixed(0)} ms; ${openings} openings in Node`
  return { open1000: { value, ratioToBare: median(times.map((took) => took.ours / took.bare)), note } }
}

async function sealPages(vault: Vault): Promise<EntryRow[]> {
  const rows: EntryRow[] = []
  for (let n = 0; n < PAGES; n += 1) {
    const id = randomUuid()
    const page = { day: parseDay('2026-11-24'), types: ['emotional'], writing: { kind: 'reflection', text } } as const
    rows.push({ id, rev: 1, sealed: await sealPage(vault, id, 1, page), addedAt: '2026-11-24T12:00:00.000Z' })
  }
  return rows
}

async function openAll(
  device: TwoApps['couple']['a']['device'],
  vault: Vault,
  rows: readonly EntryRow[],
): Promise<void> {
  for (let first = 0; first < rows.length; first += AT_ONCE) {
    const answer = { rows: rows.slice(first, first + AT_ONCE), next: null }
    const call = (() => Promise.resolve(answer)) as unknown as typeof device.call
    const { rows: opened } = await fetchOwnPages({ ...device, call }, vault)
    if (opened.some(({ opened: { is } }) => is !== 'text')) throw new Error('A page did not open.')
  }
}

async function decryptAll(vault: Vault, files: readonly Uint8Array[]): Promise<void> {
  const decrypter = new Decrypter()
  for (const identity of vault.keyring.enc) decrypter.addIdentity(identity)
  for (const file of files) await decrypter.decrypt(file)
}
