// Rows as a server would serve them, for the tests of sealed texts.

import { randomUuid } from './primitives'
import { sealText, type ServedRow, type TextToSeal } from './sealed-text'
import type { Vault } from './vault'

export const META = { types: ['emotional', 'physical'], day: '2026-11-23', kind: 'reflection' }

type Private = Extract<TextToSeal, { visibility: 'private' }>
type Shared = Extract<TextToSeal, { visibility: 'shared' }>
export type PrivateRow = Extract<ServedRow, { visibility: 'private' }>
export type SharedRow = Extract<ServedRow, { visibility: 'shared' }>

const page = () => ({ magic: 'fivefold-entry/v1', id: randomUuid(), rev: 1, meta: META }) as const

/** A page for its writer alone, unless told otherwise. */
export const privately = (more: Partial<Private> = {}): Private => ({
  ...page(),
  visibility: 'private',
  body: { text: 'Mine.' },
  ...more,
})

/** A page for both of a couple. */
export const sharedly = (pair: string, more: Partial<Shared> = {}): Shared => ({
  ...page(),
  visibility: 'shared',
  pair,
  body: { text: 'Ours.' },
  ...more,
})

export async function privateRow(author: Vault, text: Private): Promise<PrivateRow> {
  const { magic, id, rev, visibility } = text
  return { magic, id, rev, visibility, author: author.uid, sealed: await sealText(author, text) }
}

export async function sharedRow(author: Vault, text: Shared): Promise<SharedRow> {
  const { magic, id, rev, visibility, pair, meta } = text
  return { magic, id, rev, visibility, pair, meta, author: author.uid, sealed: await sealText(author, text) }
}
