// What a person wrote, as an age file to themselves, or to themselves and their partner. It holds a line that names its
// kind, the text with the plain columns of its row, a signature over both, and padding.

import { decryptWith, encryptTo, type Sealed64 } from './age-file'
import { fromBase64url, toBase64url, type Bytes } from './base64url'
import type { Pin } from './keyring'
import { sign, verifySignature } from './primitives'
import { isSameJson } from './same-json'
import { readRev, readUuid, type JsonObject } from './strict-json'
import {
  frame,
  encodeInner,
  readInner,
  REMOVED,
  signedBytes,
  unframe,
  type Inner,
  type Magic,
  type Meta,
} from './text-frame'
import type { Vault } from './vault'
import { EarlierState, VaultError } from './vault-error'

type About = Readonly<{
  id: string
  /** The row's version that this text will be, from 1. */
  rev: number
  meta: Meta
}>

/**
 * Who can read it: the author, or the author and the partner of the active couple, whose id the caller has from the
 * server.
 */
type Audience = Readonly<{ visibility: 'private' }> | Readonly<{ visibility: 'shared'; pair: string }>

export type TextToSeal = About & Audience & Readonly<{ magic: Magic; body: JsonObject }>
export type RemovalToSeal = About & Audience

/**
 * Seals and signs a text. A shared one is sealed to the pinned partner of the given couple, and throws
 * `no-pinned-partner` without that pin. Throws `too-long` above 512 KiB, `bad-row`.
 */
export const sealText = (vault: Vault, { magic, body, ...row }: TextToSeal): Promise<Sealed64> =>
  seal(vault, magic, row, body)

/**
 * Seals a marker, which replaces a text that its author removed or took back: the next `rev`, empty, to the same
 * readers.
 */
export const sealRemoved = (vault: Vault, row: RemovalToSeal): Promise<Sealed64> => seal(vault, REMOVED, row, {})

async function seal(
  vault: Vault,
  magic: Magic | typeof REMOVED,
  row: RemovalToSeal,
  body: JsonObject,
): Promise<Sealed64> {
  const id = readUuid(row.id, 'bad-row')
  const rev = readRev(row.rev, 'bad-row')
  const { visibility, meta } = row
  const { uid, keyring, bundle } = vault
  const pin = row.visibility === 'shared' ? keyring.partner : null
  if (row.visibility === 'shared' && pin?.pair !== row.pair) throw new VaultError('no-pinned-partner')
  const to = pin ? [bundle.enc, pin.bundles[0].enc] : [bundle.enc]
  const json = encodeInner({ id, rev, author: uid, visibility, pair: pin?.pair ?? null, to, meta, body })
  const signature = await sign(fromBase64url(keyring.sig[0], 32), signedBytes(magic, json))
  return encryptTo(to, frame(magic, json, toBase64url(signature)))
}

/** A row as the server answers it. A private one has no plain columns; a shared one belongs to a couple. */
export type ServedRow = Readonly<{ magic: Magic; id: string; rev: number; author: string; sealed: string }> &
  (Readonly<{ visibility: 'private' }> | Readonly<{ visibility: 'shared'; pair: string; meta: Meta }>)

export type OpenedText = Readonly<{ id: string; rev: number; author: string; meta: Meta }> &
  (Readonly<{ kind: 'text'; body: JsonObject }> | Readonly<{ kind: 'removed' }>)

/**
 * Opens a row and checks all of it, in this order: it decrypts, is well formed, is signed by a key of the vault or of a
 * pin, matches the row (kind, id, author, visibility, pair, rev, recipients, plain columns), and is not below `floor`,
 * the highest `rev` that this device has seen (floors.ts). Each failure throws its own code; nothing is opened in part.
 */
export async function openText(vault: Vault, row: ServedRow, floor: number): Promise<OpenedText> {
  const { magic, json, signature } = unframe(await decryptWith(vault.keyring.enc, row.sealed))
  const text = readInner(json)
  await checkSignature(vault, text, magic, json, signature)
  if (magic !== row.magic && magic !== REMOVED) throw new VaultError('wrong-kind')
  if (text.visibility === 'private' && text.author !== vault.uid) throw new VaultError('private-not-mine')
  if (text.id !== row.id) throw new VaultError('id-mismatch')
  if (text.author !== row.author) throw new VaultError('author-mismatch')
  if (text.visibility !== row.visibility) throw new VaultError('visibility-mismatch')
  if (text.pair !== (row.visibility === 'shared' ? row.pair : null)) throw new VaultError('pair-mismatch')
  if (text.rev !== row.rev) throw new VaultError('rev-mismatch')
  checkRecipients(vault, text)
  if (row.visibility === 'shared' && !isSameJson(text.meta, row.meta)) throw new VaultError('meta-mismatch')
  const { id, rev, author, pair, meta, body } = text
  if (rev < floor)
    throw new EarlierState([{ what: 'row', magic: row.magic, pair, author, id, shown: rev, seen: floor }])
  return magic === REMOVED ? { kind: 'removed', id, rev, author, meta } : { kind: 'text', id, rev, author, meta, body }
}

/** Accepts current and past keys of the vault's owner, and keys pinned for this author in this couple. */
async function checkSignature(
  vault: Vault,
  text: Inner,
  magic: string,
  json: string,
  signature: string,
): Promise<void> {
  if (signature === '') throw new VaultError('unsigned')
  const keys = text.author === vault.uid ? vault.mine.sig : pinnedKeys(vault, text)
  if (keys.length === 0) throw new VaultError('unknown-author')
  const bytes = readSignature(signature)
  for (const key of keys) if (await verifySignature(fromBase64url(key, 32), signedBytes(magic, json), bytes)) return
  throw new VaultError('bad-signature')
}

function pinnedKeys({ keyring: { partner, former } }: Vault, { author, pair }: Inner): readonly string[] {
  const pins: readonly Pin[] = partner ? [partner, ...former] : former
  return pins
    .filter((pin) => pin.pair === pair && pin.bundles[0].uid === author)
    .flatMap(({ bundles }) => bundles.map(({ sig }) => sig))
}

function readSignature(signature: string): Bytes {
  try {
    return fromBase64url(signature, 64)
  } catch (cause) {
    throw new VaultError('bad-signature', { cause })
  }
}

/** Stops a reader from passing a text on as if it was written to somebody else (surreptitious forwarding). */
export function checkRecipients({ mine }: Vault, { to, visibility }: Pick<Inner, 'to' | 'visibility'>): void {
  const members = visibility === 'shared' ? 2 : 1
  if (to.length !== members || new Set(to).size !== members || !to.some((recipient) => mine.enc.includes(recipient))) {
    throw new VaultError('recipients-mismatch')
  }
}
