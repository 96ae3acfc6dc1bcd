// Pairing and reading between a browser whose WebCrypto lacks both curves (Safari below 17, Chrome below 137) and one
// that has them.

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type * as Fixture from './people.fixture'
import type * as SealedText from './sealed-text'

type Browser = typeof Fixture & typeof SealedText & { nobleChosen: boolean }

beforeEach(() => {
  vi.resetModules()
})
afterEach(() => {
  vi.restoreAllMocks()
})

async function browser(): Promise<Browser> {
  vi.resetModules()
  const fixture = await import('./people.fixture')
  const text = await import('./sealed-text')
  const { chooseCurves, nobleCurves } = await import('./primitives')
  return { ...fixture, ...text, nobleChosen: (await chooseCurves()) === nobleCurves }
}

test('people on an old and a new browser pair and read each other', async () => {
  const fresh = await browser()
  expect(fresh.nobleChosen).toBe(false)
  const b = await fresh.somebody()
  const id = crypto.randomUUID()
  const about = { magic: 'fivefold-entry/v1', id, rev: 1, visibility: 'shared', meta: { day: '2026-11-24' } } as const

  fresh.withoutCurves('Ed25519', 'X25519')
  const old = await browser()
  expect(old.nobleChosen).toBe(true)
  const couple = await old.paired(await old.somebody(), b)
  const page = { ...about, pair: couple.pair }
  const sealed = await old.sealText(couple.a, { ...page, body: { text: 'From the old one.' } })
  const row = { ...page, author: couple.a.uid, sealed }
  expect(await old.openText(couple.b, row, 0)).toMatchObject({ body: { text: 'From the old one.' } })

  vi.restoreAllMocks()
  const reloaded = await browser()
  expect(reloaded.nobleChosen).toBe(false)
  expect(await reloaded.openText(couple.b, row, 0)).toMatchObject({ body: { text: 'From the old one.' } })
  const reply = await reloaded.sealText(couple.b, { ...page, body: { text: 'From the new one.' } })
  const answer = { ...page, author: couple.b.uid, sealed: reply }

  reloaded.withoutCurves('Ed25519', 'X25519')
  expect(await old.openText(couple.a, answer, 0)).toMatchObject({ body: { text: 'From the new one.' } })
})
