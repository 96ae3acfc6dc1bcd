// Rows as a server would serve them, for the tests of sealed texts.

import { randomUuid } from './primitives'
import { sealText, type ServedRow, type TextToSeal } from './sealed-text'
import type { Vault } from './vault'

export const META = { types: ['emotional', 'physical'], day: '2026-11-23', kind: 'reflection' }

type PrivateText = Extract<TextToSeal, { visibility: 'private' }>
type SharedText = Extract<TextToSeal, { visibility: 'shared' }>
export type PrivateRow = Extract<ServedRow, { visibility: 'private' }>
export type SharedRow = Extract<ServedRow, { visibility: 'shared' }>

const entry = () => ({ magic: 'fivefold-entry/v1', id: randomUuid(), rev: 1, meta: META }) as const

/** An entry for its writer alone. `more` replaces its properties. */
export const privateText = (more: Partial<PrivateText> = {}): PrivateText => ({
  ...entry(),
  visibility: 'private',
  body: { text: 'Mine.' },
  ...more,
})

/** An entry for both people of a couple. */
export const sharedText = (pair: string, more: Partial<SharedText> = {}): SharedText => ({
  ...entry(),
  visibility: 'shared',
  pair,
  body: { text: 'Ours.' },
  ...more,
})

/** Seals a text as the server would answer its row. */
export async function privateRow(author: Vault, text: PrivateText): Promise<PrivateRow> {
  const { magic, id, rev, visibility } = text
  return { magic, id, rev, visibility, author: author.uid, sealed: await sealText(author, text) }
}

/** Seals a text for both as the server would answer its row. */
export async function sharedRow(author: Vault, text: SharedText): Promise<SharedRow> {
  const { magic, id, rev, visibility, pair, meta } = text
  return { magic, id, rev, visibility, pair, meta, author: author.uid, sealed: await sealText(author, text) }
}
