import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { decryptWith } from './age-file'
import { fromBase64url, toBase64url, utf8 } from './base64url'
import { LONGEST_TEXT } from './padding'
import { settleCouple } from './pairing'
import { expectFailure, paired, somebody, withKeyring } from './people.fixture'
import { random, randomUuid } from './primitives'
import { META, privateText, privateRow, sharedText, sharedRow, type PrivateRow, type SharedRow } from './rows.fixture'
import { openText, sealRemoved, sealText, type ServedRow } from './sealed-text'
import { encodeInner } from './text-frame'
import type { Vault } from './vault'
import { EarlierState } from './vault-error'

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

describe('opening', () => {
  test('opens a private text for its writer, with its plain columns', async () => {
    const text = await openText(a, written, 1)
    expect(text).toEqual({ kind: 'text', id: written.id, rev: 1, author: a.uid, meta: META, body: { text: 'Mine.' } })
  })

  test('opens a shared text for both', async () => {
    for (const reader of [a, b])
      expect(await openText(reader, shown, 0)).toMatchObject({ kind: 'text', body: { text: 'Ours.' } })
  })

  test('returns any body unchanged', async () => {
    const texts = fc.string({ unit: 'grapheme', maxLength: 2000 })
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const row = await sharedRow(a, sharedText(pair, { body: { text } }))
        expect(await openText(b, row, 0)).toMatchObject({ body: { text } })
      }),
      { numRuns: 10 },
    )
  })

  test('accepts plain columns in any order of keys', async () => {
    const { kind, day, types } = META
    expect(await openText(b, { ...shown, meta: { kind, day, types } }, 0)).toMatchObject({ kind: 'text' })
  })

  test('opens a marker as removed for both, and its undo as a text', async () => {
    const row = { ...shown, rev: 2, meta: { ...META, types: [] } }
    const sealed = await sealRemoved(a, row)
    for (const reader of [a, b]) {
      const text = await openText(reader, { ...row, sealed }, 1)
      expect(text).toEqual({ kind: 'removed', id: row.id, rev: 2, author: a.uid, meta: row.meta })
    }
    const restored = await sharedRow(a, sharedText(pair, { id: row.id, rev: 3 }))
    expect(await openText(b, restored, 2)).toMatchObject({ kind: 'text', rev: 3 })
  })

  test("opens my old entries under replaced keys, and a partner's", async () => {
    const fresh = await somebody()
    const { enc, sig } = fresh.keyring
    const newer = { enc: [...enc, ...a.keyring.enc], sig: [...sig, ...a.keyring.sig] } as const
    const later = await withKeyring(a, { ...a.keyring, ...newer })
    expect(await openText(later, written, 0)).toMatchObject({ body: { text: 'Mine.' } })
    const partner = b.keyring.partner
    if (!partner) throw new Error('B must have a partner.')
    const updated = await withKeyring(b, {
      ...b.keyring,
      partner: { pair, bundles: [later.bundle, ...partner.bundles] },
    })
    expect(await openText(updated, shown, 0)).toMatchObject({ body: { text: 'Ours.' } })
    expect(await openText(updated, await sharedRow(later, sharedText(pair)), 0)).toMatchObject({
      body: { text: 'Ours.' },
    })
  })

  test('opens after parting what was shared before, with the former pin', async () => {
    const parted = await withKeyring(b, settleCouple(b.keyring, null))
    expect(await openText(parted, shown, 0)).toMatchObject({ body: { text: 'Ours.' } })
  })
})

describe('opening by somebody else', () => {
  test('a partner can’t open a private text', () => expectFailure('cannot-decrypt', () => openText(b, written, 0)))

  test('a stranger can’t open a shared text', () => expectFailure('cannot-decrypt', () => openText(stranger, shown, 0)))
})

describe('changed bytes', () => {
  test('are refused, whichever byte it is', async () => {
    const bytes = fromBase64url(shown.sealed)
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (index, mask) => {
        const changed = bytes.slice()
        changed[index] = (changed[index] ?? 0) ^ mask
        await expectFailure('cannot-decrypt', () => openText(b, { ...shown, sealed: toBase64url(changed) }, 0))
      }),
      { numRuns: 100 },
    )
  })

  test('are refused when some are missing or added', async () => {
    const bytes = fromBase64url(shown.sealed)
    for (const cut of [1, 16, 17, 200, bytes.length - 1, bytes.length]) {
      const sealed = toBase64url(bytes.subarray(0, bytes.length - cut))
      await expectFailure('cannot-decrypt', () => openText(b, { ...shown, sealed }, 0))
    }
    await expectFailure('cannot-decrypt', () =>
      openText(b, { ...shown, sealed: toBase64url(new Uint8Array([...bytes, 0])) }, 0),
    )
    await expectFailure('cannot-decrypt', () => openText(b, { ...shown, sealed: `${shown.sealed}=` }, 0))
  })
})

describe('changed rows', () => {
  test('are refused when any two are exchanged', async () => {
    const rows: ServedRow[] = [
      written,
      shown,
      await privateRow(a, privateText()),
      await sharedRow(a, sharedText(pair, { magic: 'fivefold-moment/v1' })),
      await sharedRow(b, sharedText(pair)),
      await sharedRow(b, sharedText(pair, { magic: 'fivefold-reply/v1', id: shown.id })),
      await sharedRow(a, sharedText(pair, { id: shown.id, rev: 2 })),
    ]
    const indexes = fc.nat(rows.length - 1)
    await fc.assert(
      fc.asyncProperty(indexes, indexes, async (first, second) => {
        const [row, taken] = [rows[first], rows[second]]
        fc.pre(row !== undefined && taken !== undefined && row !== taken)
        const failure = /^(id|author|visibility|rev|pair)-mismatch$|^wrong-kind$/
        await expect(openText(a, { ...row, sealed: taken.sealed }, 0)).rejects.toThrow(failure)
      }),
      { numRuns: 60 },
    )
  })

  test('are refused under another id', () =>
    expectFailure('id-mismatch', () => openText(a, { ...shown, id: randomUuid() }, 0)))

  test('are refused under another author', () =>
    expectFailure('author-mismatch', () => openText(a, { ...shown, author: b.uid }, 0)))

  test('are refused as a text of another kind', () =>
    expectFailure('wrong-kind', () => openText(a, { ...shown, magic: 'fivefold-moment/v1' }, 0)))

  test('are refused when a private text is served as shared, or a shared one as private', async () => {
    await expectFailure('visibility-mismatch', () =>
      openText(a, { ...written, visibility: 'shared', pair, meta: META }, 0),
    )
    await expectFailure('visibility-mismatch', () => openText(a, { ...shown, visibility: 'private' }, 0))
  })

  test('are refused in another couple', () =>
    expectFailure('pair-mismatch', () => openText(b, { ...shown, pair: randomUuid() }, 0)))

  test('are refused when a plain column was changed, added or dropped', async () => {
    const { types, day, kind } = META
    const other = [
      { types, day, kind: 'voice' },
      { types: ['emotional'], day, kind },
      { types: [...types].reverse(), day, kind },
    ]
    const changed = [...other, { types, day }, { ...META, more: 1 }, {}]
    for (const meta of changed) await expectFailure('meta-mismatch', () => openText(b, { ...shown, meta }, 0))
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.constantFrom('types', 'day', 'kind', '__proto__'), fc.jsonValue()),
        async (meta) => {
          await expectFailure('meta-mismatch', () =>
            openText(b, { ...shown, meta: JSON.parse(JSON.stringify(meta)) }, 0),
          )
        },
      ),
      { numRuns: 20 },
    )
  })

  test('are refused at an earlier version, with the version that was seen', async () => {
    const failure = await expectFailure('earlier-state', () => openText(a, written, 2))
    expect(failure).toBeInstanceOf(EarlierState)
    expect(failure).toHaveProperty('earlier', [
      { what: 'row', magic: written.magic, pair: null, author: written.author, id: written.id, shown: 1, seen: 2 },
    ])
  })

  test('are refused at a later version than the text has', () =>
    expectFailure('rev-mismatch', () => openText(a, { ...written, rev: 2 }, 2)))
})

describe('sealing', () => {
  test('refuses to share without a pinned partner of that couple', async () => {
    await expectFailure('no-pinned-partner', () => sealText(stranger, sharedText(pair)))
    await expectFailure('no-pinned-partner', () => sealText(a, sharedText(randomUuid())))
    const parted = await withKeyring(a, settleCouple(a.keyring, null))
    await expectFailure('no-pinned-partner', () => sealText(parted, sharedText(pair)))
    await expectFailure('no-pinned-partner', () => sealRemoved(parted, shown))
  })

  test('refuses a malformed row', async () => {
    for (const wrong of [{ id: 'x' }, { rev: 0 }, { rev: 1.5 }])
      await expectFailure('bad-row', () => sealText(a, privateText(wrong)))
  })

  test('gives texts of similar length exactly the same size', async () => {
    const sizeOf = async (text: string) => (await sealText(a, privateText({ body: { text } }))).length
    const sizes = await Promise.all(['', 'a', 'a'.repeat(300)].map(sizeOf))
    expect(new Set(sizes).size).toBe(1)
    const removed = await sealRemoved(a, { ...written, meta: META })
    expect(removed.length).toBe(sizes[0])
  })

  test('makes sizes of 1 KiB times a power of two, up to exactly 512 KiB', async () => {
    const room = LONGEST_TEXT - utf8(innerFrame('')).length
    const longest = await sealText(a, privateText({ body: { text: 'a'.repeat(room) } }))
    expect((await decryptWith(a.keyring.enc, longest)).length).toBe(LONGEST_TEXT)
    await expectFailure('too-long', () => sealText(a, privateText({ body: { text: 'a'.repeat(room + 1) } })))
  })

  test('gives different bytes each time', async () => {
    const text = privateText()
    expect(await sealText(a, text)).not.toBe(await sealText(a, text))
  })

  const innerFrame = (text: string) => {
    const about = {
      id: randomUuid(),
      rev: 1,
      author: a.uid,
      visibility: 'private',
      pair: null,
      to: [a.bundle.enc],
    } as const
    return `fivefold-entry/v1\n${encodeInner({ ...about, meta: META, body: { text } })}\n${toBase64url(random(64))}\n`
  }
})
