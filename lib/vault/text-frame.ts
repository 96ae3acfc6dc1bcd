// The inside of a sealed text: four lines. What it is; a JSON of the text and of all that gives its row a meaning; a signature over
// both, empty in a draft; spaces up to its size.

import { fromUtf8, utf8, type Bytes } from './base64url'
import { bucketOf, LONGEST_TEXT, padded } from './padding'
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

export const REMOVED = 'fivefold-removed/v1'
export const DRAFT = 'fivefold-draft/v1'

/** What a text is; a removed one stands in the place of any. */
export type Magic =
  | 'fivefold-entry/v1'
  | 'fivefold-reply/v1'
  | 'fivefold-moment/v1'
  | 'fivefold-meaning/v1'
  | 'fivefold-line/v1'
  | 'fivefold-month/v1'
  | 'fivefold-change/v1'
  | typeof DRAFT

/** The plain columns that give a row its meaning. */
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

/** The JSON line, its keys in their order. */
export const innerJson = ({ id, rev, author, visibility, pair, to, meta, body }: Inner): string =>
  JSON.stringify({ id, rev, author, visibility, pair, to, meta, body })

/** What a signature covers: the first line, a newline, and the exact bytes of the JSON. */
export const signed = (magic: string, json: string): Bytes => utf8(`${magic}\n${json}`)

/** The four lines, padded. Throws `too-long`. */
export const frame = (magic: string, json: string, signature: string): Bytes =>
  padded(utf8(`${magic}\n${json}\n${signature}\n`), LONGEST_TEXT)

/** The three lines that say something, of a plaintext in its own size; `bad-format` for anything else. */
export function unframed(bytes: Bytes): Readonly<{ magic: string; json: string; signature: string }> {
  const plain = fromUtf8OrBad(bytes)
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

function fromUtf8OrBad(plain: Uint8Array): string {
  try {
    return fromUtf8(plain)
  } catch (cause) {
    throw new VaultError('bad-format', { cause })
  }
}

const KEYS = ['id', 'rev', 'author', 'visibility', 'pair', 'to', 'meta', 'body'] as const

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
