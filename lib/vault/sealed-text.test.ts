import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { decryptWith } from './age-file'
import { fromBase64url, toBase64url, utf8 } from './base64url'
import { LONGEST_TEXT } from './padding'
import { settleCouple } from './pairing'
import { expectFailure, paired, somebody, withKeyring } from './people.fixture'
import { random, randomUuid } from './primitives'
import { META, privately, privateRow, sharedly, sharedRow, type PrivateRow, type SharedRow } from './rows.fixture'
import { openText, sealRemoved, sealText, type ServedRow } from './sealed-text'
import { innerJson } from './text-frame'
import type { Vault } from './vault'
import { EarlierState } from './vault-error'

let a: Vault, b: Vault, stranger: Vault
let pair: string
let written: PrivateRow
let shown: SharedRow

beforeAll(async () => {
  ;({ a, b, pair } = await paired(await somebody(), await somebody()))
  stranger = await somebody()
  written = await privateRow(a, privately())
  shown = await sharedRow(a, sharedly(pair))
})

describe('what opens', () => {
  test('a private text opens for its writer, with what gives it a meaning', async () => {
    const text = await openText(a, written, 1)
    expect(text).toEqual({ kind: 'text', id: written.id, rev: 1, author: a.uid, meta: META, body: { text: 'Mine.' } })
  })

  test('a shared text opens for both', async () => {
    for (const reader of [a, b])
      expect(await openText(reader, shown, 0)).toMatchObject({ kind: 'text', body: { text: 'Ours.' } })
  })

  test('any body comes back as it was written', async () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 2000 })
    await fc.assert(
      fc.asyncProperty(words, async (text) => {
        const row = await sharedRow(a, sharedly(pair, { body: { text } }))
        expect(await openText(b, row, 0)).toMatchObject({ body: { text } })
      }),
      { numRuns: 10 },
    )
  })

  test('plain columns may come in any order of keys', async () => {
    const { kind, day, types } = META
    expect(await openText(b, { ...shown, meta: { kind, day, types } }, 0)).toMatchObject({ kind: 'text' })
  })

  test('what was removed opens as removed, for both, and its undo as the text again', async () => {
    const row = { ...shown, rev: 2, meta: { ...META, types: [] } }
    const sealed = await sealRemoved(a, row)
    for (const reader of [a, b]) {
      const text = await openText(reader, { ...row, sealed }, 1)
      expect(text).toEqual({ kind: 'removed', id: row.id, rev: 2, author: a.uid, meta: row.meta })
    }
    const again = await sharedRow(a, sharedly(pair, { id: row.id, rev: 3 }))
    expect(await openText(b, again, 2)).toMatchObject({ kind: 'text', rev: 3 })
  })

  test("my old pages stay readable under keys that were replaced, and so do a partner's", async () => {
    const fresh = await somebody()
    const { enc, sig } = fresh.keyring
    const newer = { enc: [...enc, ...a.keyring.enc], sig: [...sig, ...a.keyring.sig] } as const
    const later = await withKeyring(a, { ...a.keyring, ...newer })
    expect(await openText(later, written, 0)).toMatchObject({ body: { text: 'Mine.' } })
    const partner = b.keyring.partner
    if (!partner) throw new Error('B has a partner.')
    const told = await withKeyring(b, { ...b.keyring, partner: { pair, bundles: [later.bundle, ...partner.bundles] } })
    expect(await openText(told, shown, 0)).toMatchObject({ body: { text: 'Ours.' } })
    expect(await openText(told, await sharedRow(later, sharedly(pair)), 0)).toMatchObject({ body: { text: 'Ours.' } })
  })

  test('after parting, what was shared before still opens under the former pin', async () => {
    const parted = await withKeyring(b, settleCouple(b.keyring, null))
    expect(await openText(parted, shown, 0)).toMatchObject({ body: { text: 'Ours.' } })
  })
})

describe('who cannot open', () => {
  test('a partner cannot open what is private', () => expectFailure('cannot-decrypt', () => openText(b, written, 0)))

  test('a stranger cannot open what is shared', () =>
    expectFailure('cannot-decrypt', () => openText(stranger, shown, 0)))
})

describe('bytes that were touched', () => {
  test('no byte can be changed', async () => {
    const bytes = fromBase64url(shown.sealed)
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, mask) => {
        const touched = bytes.slice()
        touched[at] = (touched[at] ?? 0) ^ mask
        await expectFailure('cannot-decrypt', () => openText(b, { ...shown, sealed: toBase64url(touched) }, 0))
      }),
      { numRuns: 100 },
    )
  })

  test('nothing can be cut off or put on', async () => {
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

describe('rows that were changed', () => {
  test('no two rows can be exchanged, whatever they are', async () => {
    const rows: ServedRow[] = [
      written,
      shown,
      await privateRow(a, privately()),
      await sharedRow(a, sharedly(pair, { magic: 'fivefold-moment/v1' })),
      await sharedRow(b, sharedly(pair)),
      await sharedRow(b, sharedly(pair, { magic: 'fivefold-reply/v1', id: shown.id })),
      await sharedRow(a, sharedly(pair, { id: shown.id, rev: 2 })),
    ]
    const indexes = fc.nat(rows.length - 1)
    await fc.assert(
      fc.asyncProperty(indexes, indexes, async (one, other) => {
        const [row, taken] = [rows[one], rows[other]]
        fc.pre(row !== undefined && taken !== undefined && row !== taken)
        const failure = /^(id|author|visibility|rev|pair)-mismatch$|^wrong-kind$/
        await expect(openText(a, { ...row, sealed: taken.sealed }, 0)).rejects.toThrow(failure)
      }),
      { numRuns: 60 },
    )
  })

  test("a page cannot stand in another page's place", () =>
    expectFailure('id-mismatch', () => openText(a, { ...shown, id: randomUuid() }, 0)))

  test('nor under another name', () =>
    expectFailure('author-mismatch', () => openText(a, { ...shown, author: b.uid }, 0)))

  test('nor as a text of another kind', () =>
    expectFailure('wrong-kind', () => openText(a, { ...shown, magic: 'fivefold-moment/v1' }, 0)))

  test('what is private cannot pass for shared, nor the other way', async () => {
    await expectFailure('visibility-mismatch', () =>
      openText(a, { ...written, visibility: 'shared', pair, meta: META }, 0),
    )
    await expectFailure('visibility-mismatch', () => openText(a, { ...shown, visibility: 'private' }, 0))
  })

  test('nor can it stand in another couple', () =>
    expectFailure('pair-mismatch', () => openText(b, { ...shown, pair: randomUuid() }, 0)))

  test('no plain column can be changed, added or dropped', async () => {
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

  test('an earlier version stops, and says what was seen', async () => {
    const failure = await expectFailure('earlier-state', () => openText(a, written, 2))
    expect(failure).toBeInstanceOf(EarlierState)
    expect(failure).toHaveProperty('earlier', [
      { what: 'row', author: written.author, id: written.id, shown: 1, seen: 2 },
    ])
  })

  test('a version cannot be called a later one', () =>
    expectFailure('rev-mismatch', () => openText(a, { ...written, rev: 2 }, 2)))
})

describe('sealing', () => {
  test('nothing can be shared without a pinned partner of that couple', async () => {
    await expectFailure('no-pinned-partner', () => sealText(stranger, sharedly(pair)))
    await expectFailure('no-pinned-partner', () => sealText(a, sharedly(randomUuid())))
    const parted = await withKeyring(a, settleCouple(a.keyring, null))
    await expectFailure('no-pinned-partner', () => sealText(parted, sharedly(pair)))
    await expectFailure('no-pinned-partner', () => sealRemoved(parted, shown))
  })

  test('a row of no possible shape is refused before anything is sealed', async () => {
    for (const wrong of [{ id: 'x' }, { rev: 0 }, { rev: 1.5 }])
      await expectFailure('bad-row', () => sealText(a, privately(wrong)))
  })

  test('texts of about one length have exactly one size', async () => {
    const sizeOf = async (text: string) => (await sealText(a, privately({ body: { text } }))).length
    const sizes = await Promise.all(['', 'a', 'a'.repeat(300)].map(sizeOf))
    expect(new Set(sizes).size).toBe(1)
    const removed = await sealRemoved(a, { ...written, meta: META })
    expect(removed.length).toBe(sizes[0])
  })

  test('a size is 1 KiB times a power of two, up to 512 KiB and not a byte above', async () => {
    const room = LONGEST_TEXT - utf8(innerFrame('')).length
    const longest = await sealText(a, privately({ body: { text: 'a'.repeat(room) } }))
    expect((await decryptWith(a.keyring.enc, longest)).length).toBe(LONGEST_TEXT)
    await expectFailure('too-long', () => sealText(a, privately({ body: { text: 'a'.repeat(room + 1) } })))
  })

  test('sealing the same twice gives different bytes', async () => {
    const text = privately()
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
    return `fivefold-entry/v1\n${innerJson({ ...about, meta: META, body: { text } })}\n${toBase64url(random(64))}\n`
  }
})
