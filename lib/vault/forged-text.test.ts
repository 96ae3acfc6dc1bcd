// Forgeries that a host or a partner could make with their own tools.

import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { decryptWith, encryptTo } from './age-file'
import { fromBase64url, toBase64url, utf8, type Bytes } from './base64url'
import { pad } from './padding'
import { expectFailure, paired, somebody, withKeyring } from './people.fixture'
import { random, randomUuid, sign } from './primitives'
import { META, privateText, privateRow, sharedText, sharedRow, type PrivateRow, type SharedRow } from './rows.fixture'
import { openText, type ServedRow } from './sealed-text'
import { DRAFT, frame, encodeInner, signedBytes, unframe, type Inner } from './text-frame'
import type { Vault } from './vault'

let a: Vault, b: Vault, stranger: Vault
let pair: string
let written: PrivateRow
let shown: SharedRow

beforeAll(async () => {
  ;({ a, b, pair } = await paired(await somebody(), await somebody()))
  stranger = await somebody()
  written = await privateRow(a, privateText())
  shown = await sharedRow(a, sharedText(pair))
})

/** Signs and seals any content, as a partner or a host with their own tools could. */
async function forged(by: Vault, recipients: readonly string[], inner: Inner, magic = 'fivefold-entry/v1') {
  const json = encodeInner(inner)
  const signature = await sign(fromBase64url(by.keyring.sig[0]), signedBytes(magic, json))
  return encryptTo(recipients, frame(magic, json, toBase64url(signature)))
}

const inner = (text: Partial<Inner>): Inner => {
  const mine = {
    id: written.id,
    rev: 1,
    author: a.uid,
    visibility: 'private',
    pair: null,
    to: [a.bundle.enc],
    meta: META,
  } as const
  return { ...mine, body: {}, ...text }
}

const plainOf = async (vault: Vault, sealed: string) => unframe(await decryptWith(vault.keyring.enc, sealed))

test('a text forged by a host who has only the public keys is refused', async () => {
  const plain = frame('fivefold-entry/v1', encodeInner(inner({})), toBase64url(random(64)))
  const sealed = await encryptTo([a.bundle.enc], plain)
  await expectFailure('bad-signature', () => openText(a, { ...written, sealed }, 0))
})

test('a text with a malformed signature, or without one, is refused', async () => {
  for (const [signature, code] of [
    ['', 'unsigned'],
    ['AAAA', 'bad-signature'],
    ['%', 'bad-signature'],
  ] as const) {
    const sealed = await encryptTo([a.bundle.enc], frame('fivefold-entry/v1', encodeInner(inner({})), signature))
    await expectFailure(code, () => openText(a, { ...written, sealed }, 0))
  }
})

test('a partner can’t forge a text in my name', async () => {
  const text = inner({ id: shown.id, visibility: 'shared', pair, to: [b.bundle.enc, a.bundle.enc] })
  await expectFailure('bad-signature', async () => openText(a, { ...shown, sealed: await forged(b, text.to, text) }, 0))
})

test('a text of somebody who is not pinned is refused', async () => {
  const text = inner({
    id: shown.id,
    author: stranger.uid,
    visibility: 'shared',
    pair,
    to: [stranger.bundle.enc, a.bundle.enc],
  })
  await expectFailure('unknown-author', async () =>
    openText(a, { ...shown, sealed: await forged(stranger, text.to, text) }, 0),
  )
})

test('a partner’s text for a couple they were never in is refused', async () => {
  const text = inner({ author: b.uid, visibility: 'shared', pair: randomUuid(), to: [b.bundle.enc, a.bundle.enc] })
  await expectFailure('unknown-author', async () =>
    openText(a, { ...shown, sealed: await forged(b, text.to, text) }, 0),
  )
})

test('a partner’s private entry among mine is refused', async () => {
  const text = inner({ author: b.uid, pair })
  const row = { ...written, author: b.uid }
  await expectFailure('private-not-mine', async () =>
    openText(a, { ...row, sealed: await forged(b, text.to, text) }, 0),
  )
})

test('a text that was written to somebody else and passed on is refused', async () => {
  // somebody who has A pinned in the same couple, as nobody but B should
  const reader = await withKeyring(stranger, { ...stranger.keyring, partner: { pair, bundles: [a.bundle] } })
  const inside = await decryptWith(b.keyring.enc, shown.sealed)
  const sealed = await encryptTo([reader.bundle.enc], inside)
  await expectFailure('recipients-mismatch', () => openText(reader, { ...shown, sealed }, 0))
})

test('a text with more or fewer readers than its kind has is refused', async () => {
  const cases = [
    { visibility: 'shared', pair, to: [a.bundle.enc] },
    { visibility: 'shared', pair, to: [a.bundle.enc, a.bundle.enc] },
    { visibility: 'shared', pair, to: [a.bundle.enc, b.bundle.enc, stranger.bundle.enc] },
    { visibility: 'private', pair: null, to: [] },
    { visibility: 'private', pair: null, to: [a.bundle.enc, b.bundle.enc] },
  ] as const
  for (const given of cases) {
    const row: ServedRow = given.visibility === 'shared' ? { ...shown, id: written.id } : written
    const sealed = await forged(a, [a.bundle.enc], inner(given))
    await expectFailure('recipients-mismatch', () => openText(a, { ...row, sealed }, 0))
  }
})

test('a signature that was made for a text of another kind is refused', async () => {
  const { json, signature } = await plainOf(a, written.sealed)
  const sealed = await encryptTo([a.bundle.enc], frame('fivefold-reply/v1', json, signature))
  await expectFailure('bad-signature', () => openText(a, { ...written, magic: 'fivefold-reply/v1', sealed }, 0))
})

test('an unsigned draft from the server is refused', async () => {
  const sealed = await encryptTo([a.bundle.enc], frame(DRAFT, encodeInner(inner({ meta: {} })), ''))
  await expectFailure('unsigned', () => openText(a, { ...written, magic: DRAFT, sealed }, 0))
})

test('a malformed text is refused', async () => {
  const { magic, json, signature } = await plainOf(a, written.sealed)
  const core = `${magic}\n${json}\n${signature}\n`
  const shapes: Bytes[] = [
    utf8(core), // no padding
    pad(utf8(`${core}x`)), // something in the padding
    pad(utf8(`${core}\n`)), // a fifth line
    new Uint8Array([...pad(utf8(core)), ...pad(utf8(''))]), // too much padding
    pad(utf8(`${magic}\n${json}`)),
    pad(new Uint8Array([...utf8(`${magic}\n`), 0xff, ...utf8(`\n${signature}\n`)])), // invalid UTF-8
    pad(utf8(`${magic}\n[]\n${signature}\n`)),
    pad(utf8(`${magic}\n{}\n${signature}\n`)),
    pad(utf8(`${magic}\n${json.replace('"rev":1', '"rev":1.5')}\n${signature}\n`)),
    pad(utf8(`${magic}\n${json.replace('{', '{"more":1,')}\n${signature}\n`)),
  ]
  for (const shape of shapes) {
    const sealed = await encryptTo([a.bundle.enc], shape)
    await expectFailure('bad-format', () => openText(a, { ...written, sealed }, 0))
  }
})

test('every byte of the plaintext is signed', async () => {
  const inside = await decryptWith(a.keyring.enc, written.sealed)
  await fc.assert(
    fc.asyncProperty(fc.nat(inside.length - 1), fc.integer({ min: 1, max: 255 }), async (index, mask) => {
      const changed = inside.slice()
      changed[index] = (changed[index] ?? 0) ^ mask
      const sealed = await encryptTo([a.bundle.enc], changed)
      await expect(openText(a, { ...written, sealed }, 0)).rejects.toThrow()
    }),
    { numRuns: 60 },
  )
})
