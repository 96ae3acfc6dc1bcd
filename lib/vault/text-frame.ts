// The plaintext of a sealed text has four lines: its kind; a JSON of the text and of the row's plain columns; a
// signature over both, empty in a draft; spaces up to its size.

import { fromUtf8, utf8, type Bytes } from './base64url'
import { bucketOf, LONGEST_TEXT, pad } from './padding'
import {
  parseJson,
  readArray,
  readExactly,
  readObject,
  readRev,
  readText,
  readUuid,
  type JsonObject,
} from './strict-json'
import { VaultError } from './vault-error'

/** The first line of a marker. */
export const REMOVED = 'fivefold-removed/v1'
/** The first line of a draft. */
export const DRAFT = 'fivefold-draft/v1'

/** The kind of a text. `REMOVED` may replace any of them. */
export type Magic =
  | 'fivefold-entry/v1'
  | 'fivefold-reply/v1'
  | 'fivefold-moment/v1'
  | 'fivefold-meaning/v1'
  | 'fivefold-line/v1'
  | 'fivefold-month/v1'
  | 'fivefold-change/v1'
  | typeof DRAFT

/** The row's plain columns that its text must agree with. */
export type Meta = JsonObject

export type Inner = Readonly<{
  id: string
  rev: number
  author: string
  visibility: 'private' | 'shared'
  pair: string | null
  to: readonly string[]
  meta: Meta
  body: JsonObject
}>

/** Encodes the JSON line, keys in order. */
export const encodeInner = ({ id, rev, author, visibility, pair, to, meta, body }: Inner): string =>
  JSON.stringify({ id, rev, author, visibility, pair, to, meta, body })

/** The bytes that a signature covers: the first line, a newline, and the JSON as written. */
export const signedBytes = (magic: string, json: string): Bytes => utf8(`${magic}\n${json}`)

/** Builds the four lines, padded. Throws `too-long`. */
export const frame = (magic: string, json: string, signature: string): Bytes =>
  pad(utf8(`${magic}\n${json}\n${signature}\n`), LONGEST_TEXT)

/** Splits a plaintext into its lines, and checks its padding. Throws `bad-format`. */
export function unframe(bytes: Bytes): Readonly<{ magic: string; json: string; signature: string }> {
  const plain = decodeUtf8(bytes)
  const [magic, json, signature, padding, ...more] = plain.split('\n')
  if (
    magic === undefined ||
    json === undefined ||
    signature === undefined ||
    padding === undefined ||
    more.length > 0
  ) {
    throw new VaultError('bad-format')
  }
  const size = bytes.length
  const core = size - padding.length
  if (/[^ ]/.test(padding) || size !== bucketOf(core) || size > LONGEST_TEXT) throw new VaultError('bad-format')
  return { magic, json, signature }
}

function decodeUtf8(plain: Uint8Array): string {
  try {
    return fromUtf8(plain)
  } catch (cause) {
    throw new VaultError('bad-format', { cause })
  }
}

const KEYS = ['id', 'rev', 'author', 'visibility', 'pair', 'to', 'meta', 'body'] as const

/** Reads the JSON line strictly. Throws `bad-format`. */
export function readInner(json: string): Inner {
  const code = 'bad-format'
  const { id, rev, author, visibility, pair, to, meta, body } = readExactly(parseJson(json, code), KEYS, code)
  if (visibility !== 'private' && visibility !== 'shared') throw new VaultError(code)
  return {
    id: readUuid(id, code),
    rev: readRev(rev, code),
    author: readUuid(author, code),
    visibility,
    pair: pair === null ? null : readUuid(pair, code),
    to: readArray(to, code).map((recipient) => readText(recipient, code)),
    meta: readObject(meta, code),
    body: readObject(body, code),
  }
}
