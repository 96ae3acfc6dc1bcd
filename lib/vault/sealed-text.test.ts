import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { decryptWith, encryptTo } from './age-file'
import { fromBase64url, toBase64url, utf8, type Bytes } from './base64url'
import { LONGEST_TEXT, padded } from './padding'
import { expectFailure, paired, somebody, withKeyring } from './people.fixture'
import { settleCouple } from './pairing'
import { random, randomUuid, sign } from './primitives'
import { openText, sealRemoved, sealText, type ServedRow, type TextToSeal } from './sealed-text'
import { DRAFT, frame, innerJson, signed, unframed, type Inner } from './text-frame'
import type { Vault } from './vault'
import { EarlierState } from './vault-error'

const META = { types: ['emotional', 'physical'], day: '2026-11-23', kind: 'reflection' }

let a: Vault, b: Vault, stranger: Vault
let pair: string
let written: PrivateRow
let shown: SharedRow

type Private = Extract<TextToSeal, { visibility: 'private' }>
type Shared = Extract<TextToSeal, { visibility: 'shared' }>

const text = () => ({ magic: 'fivefold-entry/v1', id: randomUuid(), rev: 1, meta: META }) as const
const privately = (more: Partial<Private> = {}): Private => ({ ...text(), visibility: 'private', body: { text: 'Mine.' }, ...more })
const sharedly = (more: Partial<Shared> = {}): Shared => ({ ...text(), visibility: 'shared', pair, body: { text: 'Ours.' }, ...more })

type PrivateRow = Extract<ServedRow, { visibility: 'private' }>
type SharedRow = Extract<ServedRow, { visibility: 'shared' }>

async function privateRow(author: Vault, text: Private): Promise<PrivateRow> {
  const { magic, id, rev, visibility } = text
  return { magic, id, rev, visibility, author: author.uid, sealed: await sealText(author, text) }
}

async function sharedRow(author: Vault, text: Shared): Promise<SharedRow> {
  const { magic, id, rev, visibility, meta } = text
  return { magic, id, rev, visibility, pair: text.pair, meta, author: author.uid, sealed: await sealText(author, text) }
}

/** Signs and seals whatever it is told, as a partner or a host with tools of their own could. */
async function forged(by: Vault, recipients: readonly string[], inner: Inner, magic = 'fivefold-entry/v1') {
  const json = innerJson(inner)
  const signature = await sign(fromBase64url(by.keyring.sig[0]), signed(magic, json))
  return encryptTo(recipients, frame(magic, json, toBase64url(signature)))
}

const plainOf = async (vault: Vault, sealed: string) => unframed(await decryptWith(vault.keyring.enc, sealed))

beforeAll(async () => {
  ;({ a, b, pair } = await paired(await somebody(), await somebody()))
  stranger = await somebody()
  written = await privateRow(a, privately())
  shown = await sharedRow(a, sharedly())
})

describe('what opens', () => {
  test('a private text opens for its writer, with what gives it a meaning', async () => {
    const text = await openText(a, written, 1)
    expect(text).toEqual({ kind: 'text', id: written.id, rev: 1, author: a.uid, meta: META, body: { text: 'Mine.' } })
  })

  test('a shared text opens for both', async () => {
    for (const reader of [a, b]) expect(await openText(reader, shown, 0)).toMatchObject({ kind: 'text', body: { text: 'Ours.' } })
  })

  test('any body comes back as it was written', async () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 2000 })
    await fc.assert(
      fc.asyncProperty(words, async (text) => {
        const row = await sharedRow(a, sharedly({ body: { text } }))
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
      expect(await openText(reader, { ...row, sealed }, 1)).toEqual({ kind: 'removed', id: row.id, rev: 2, author: a.uid, meta: row.meta })
    }
    const again = await sharedRow(a, sharedly({ id: row.id, rev: 3 }))
    expect(await openText(b, again, 2)).toMatchObject({ kind: 'text', rev: 3 })
  })

  test('my old pages stay readable under keys that were replaced, and so do a partner\'s', async () => {
    const fresh = await somebody()
    const { keyring } = a
    const later = await withKeyring(a, { ...keyring, enc: [...fresh.keyring.enc, ...keyring.enc] as const, sig: [...fresh.keyring.sig, ...keyring.sig] as const })
    expect(await openText(later, written, 0)).toMatchObject({ body: { text: 'Mine.' } })
    const partner = b.keyring.partner
    if (!partner) throw new Error('B has a partner.')
    const told = await withKeyring(b, { ...b.keyring, partner: { pair, bundles: [later.bundle, ...partner.bundles] } })
    expect(await openText(told, shown, 0)).toMatchObject({ body: { text: 'Ours.' } })
    expect(await openText(told, await sharedRow(later, sharedly()), 0)).toMatchObject({ body: { text: 'Ours.' } })
  })

  test('after parting, what was shared before still opens under the former pin', async () => {
    const parted = await withKeyring(b, settleCouple(b.keyring, null))
    expect(await openText(parted, shown, 0)).toMatchObject({ body: { text: 'Ours.' } })
  })
})

describe('who cannot open', () => {
  test('a partner cannot open what is private', () => expectFailure('cannot-decrypt', () => openText(b, written, 0)))

  test('a stranger cannot open what is shared', () => expectFailure('cannot-decrypt', () => openText(stranger, shown, 0)))
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
      await expectFailure('cannot-decrypt', () => openText(b, { ...shown, sealed: toBase64url(bytes.subarray(0, bytes.length - cut)) }, 0))
    }
    await expectFailure('cannot-decrypt', () => openText(b, { ...shown, sealed: toBase64url(new Uint8Array([...bytes, 0])) }, 0))
    await expectFailure('cannot-decrypt', () => openText(b, { ...shown, sealed: `${shown.sealed}=` }, 0))
  })
})

describe('rows that were changed', () => {
  test('no two rows can be exchanged, whatever they are', async () => {
    const rows: ServedRow[] = [
      written,
      shown,
      await privateRow(a, privately()),
      await sharedRow(a, sharedly({ magic: 'fivefold-moment/v1' })),
      await sharedRow(b, sharedly()),
      await sharedRow(b, sharedly({ magic: 'fivefold-reply/v1', id: shown.id })),
      await sharedRow(a, sharedly({ id: shown.id, rev: 2 })),
    ]
    const indexes = fc.nat(rows.length - 1)
    await fc.assert(
      fc.asyncProperty(indexes, indexes, async (one, other) => {
        const [row, taken] = [rows[one], rows[other]]
        fc.pre(row !== undefined && taken !== undefined && row !== taken)
        await expect(openText(a, { ...row, sealed: taken.sealed }, 0)).rejects.toThrow(/^(id|author|visibility|rev|pair)-mismatch$|^wrong-kind$/)
      }),
      { numRuns: 60 },
    )
  })

  test('a page cannot stand in another page\'s place', () => expectFailure('id-mismatch', () => openText(a, { ...shown, id: randomUuid() }, 0)))

  test('nor under another name', () => expectFailure('author-mismatch', () => openText(a, { ...shown, author: b.uid }, 0)))

  test('nor as a text of another kind', () => expectFailure('wrong-kind', () => openText(a, { ...shown, magic: 'fivefold-moment/v1' }, 0)))

  test('what is private cannot pass for shared, nor the other way', async () => {
    await expectFailure('visibility-mismatch', () => openText(a, { ...written, visibility: 'shared', pair, meta: META }, 0))
    await expectFailure('visibility-mismatch', () => openText(a, { ...shown, visibility: 'private' }, 0))
  })

  test('nor can it stand in another couple', () => expectFailure('pair-mismatch', () => openText(b, { ...shown, pair: randomUuid() }, 0)))

  test('no plain column can be changed, added or dropped', async () => {
    const { types, day, kind } = META
    const changed = [{ types, day, kind: 'voice' }, { types: ['emotional'], day, kind }, { types: [...types].reverse(), day, kind }, { types, day }, { ...META, more: 1 }, {}]
    for (const meta of changed) await expectFailure('meta-mismatch', () => openText(b, { ...shown, meta }, 0))
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.constantFrom('types', 'day', 'kind', '__proto__'), fc.jsonValue()), async (meta) => {
        await expectFailure('meta-mismatch', () => openText(b, { ...shown, meta: JSON.parse(JSON.stringify(meta)) }, 0))
      }),
      { numRuns: 20 },
    )
  })

  test('an earlier version stops, and says what was seen', async () => {
    const failure = await expectFailure('earlier-state', () => openText(a, written, 2))
    expect(failure).toBeInstanceOf(EarlierState)
    expect(failure).toHaveProperty('earlier', [{ what: 'row', id: written.id, shown: 1, seen: 2 }])
  })

  test('a version cannot be called a later one', () => expectFailure('rev-mismatch', () => openText(a, { ...written, rev: 2 }, 2)))
})

describe('texts that were forged', () => {
  const inner = (text: Partial<Inner>): Inner => ({ id: written.id, rev: 1, author: a.uid, visibility: 'private', pair: null, to: [a.bundle.enc], meta: META, body: {}, ...text })

  test('by a host who has only the public keys', async () => {
    const plain = frame('fivefold-entry/v1', innerJson(inner({})), toBase64url(random(64)))
    const sealed = await encryptTo([a.bundle.enc], plain)
    await expectFailure('bad-signature', () => openText(a, { ...written, sealed }, 0))
  })

  test('with a signature of no possible shape, or with none', async () => {
    for (const [signature, code] of [['', 'unsigned'], ['AAAA', 'bad-signature'], ['%', 'bad-signature']] as const) {
      const sealed = await encryptTo([a.bundle.enc], frame('fivefold-entry/v1', innerJson(inner({})), signature))
      await expectFailure(code, () => openText(a, { ...written, sealed }, 0))
    }
  })

  test('by a partner in my name', async () => {
    const text = inner({ id: shown.id, visibility: 'shared', pair, to: [b.bundle.enc, a.bundle.enc] })
    await expectFailure('bad-signature', async () => openText(a, { ...shown, sealed: await forged(b, text.to, text) }, 0))
  })

  test('by somebody who is not pinned', async () => {
    const text = inner({ id: shown.id, author: stranger.uid, visibility: 'shared', pair, to: [stranger.bundle.enc, a.bundle.enc] })
    await expectFailure('unknown-author', async () => openText(a, { ...shown, sealed: await forged(stranger, text.to, text) }, 0))
  })

  test('by the partner, for a couple they never had', async () => {
    const text = inner({ author: b.uid, visibility: 'shared', pair: randomUuid(), to: [b.bundle.enc, a.bundle.enc] })
    await expectFailure('unknown-author', async () => openText(a, { ...shown, sealed: await forged(b, text.to, text) }, 0))
  })

  test('by the partner, as a private page of theirs put among mine', async () => {
    const text = inner({ author: b.uid, pair })
    const row = { ...written, author: b.uid }
    await expectFailure('private-not-mine', async () => openText(a, { ...row, sealed: await forged(b, text.to, text) }, 0))
  })

  test('by passing on what was written to somebody else', async () => {
    // somebody who has A pinned in the same couple, as nobody but B should
    const reader = await withKeyring(stranger, { ...stranger.keyring, partner: { pair, bundles: [a.bundle] } })
    const inside = await decryptWith(b.keyring.enc, shown.sealed)
    const sealed = await encryptTo([reader.bundle.enc], inside)
    await expectFailure('recipients-mismatch', () => openText(reader, { ...shown, sealed }, 0))
  })

  test('to more or fewer readers than it says', async () => {
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

  test('with a signature that was made for another kind', async () => {
    const { json, signature } = await plainOf(a, written.sealed)
    const sealed = await encryptTo([a.bundle.enc], frame('fivefold-reply/v1', json, signature))
    await expectFailure('bad-signature', () => openText(a, { ...written, magic: 'fivefold-reply/v1', sealed }, 0))
  })

  test('as a draft that nobody signed', async () => {
    const sealed = await encryptTo([a.bundle.enc], frame(DRAFT, innerJson(inner({ meta: {} })), ''))
    await expectFailure('unsigned', () => openText(a, { ...written, magic: DRAFT, sealed }, 0))
  })

  test('in any shape but the one', async () => {
    const { magic, json, signature } = await plainOf(a, written.sealed)
    const core = `${magic}\n${json}\n${signature}\n`
    const shapes: Bytes[] = [
      utf8(core), // no padding
      padded(utf8(`${core}x`)), // something in the padding
      padded(utf8(`${core}\n`)), // a fifth line
      new Uint8Array([...padded(utf8(core)), ...padded(utf8(''))]), // padded past its size
      padded(utf8(`${magic}\n${json}`)),
      padded(new Uint8Array([...utf8(`${magic}\n`), 0xff, ...utf8(`\n${signature}\n`)])), // no UTF-8
      padded(utf8(`${magic}\n[]\n${signature}\n`)),
      padded(utf8(`${magic}\n{}\n${signature}\n`)),
      padded(utf8(`${magic}\n${json.replace('"rev":1', '"rev":1.5')}\n${signature}\n`)),
      padded(utf8(`${magic}\n${json.replace('{', '{"more":1,')}\n${signature}\n`)),
    ]
    for (const shape of shapes) {
      const sealed = await encryptTo([a.bundle.enc], shape)
      await expectFailure('bad-format', () => openText(a, { ...written, sealed }, 0))
    }
  })

  test('every byte of the inside is signed', async () => {
    const inside = await decryptWith(a.keyring.enc, written.sealed)
    await fc.assert(
      fc.asyncProperty(fc.nat(inside.length - 1), fc.integer({ min: 1, max: 255 }), async (at, mask) => {
        const touched = inside.slice()
        touched[at] = (touched[at] ?? 0) ^ mask
        const sealed = await encryptTo([a.bundle.enc], touched)
        await expect(openText(a, { ...written, sealed }, 0)).rejects.toThrow()
      }),
      { numRuns: 60 },
    )
  })
})

describe('sealing', () => {
  test('nothing can be shared without a pinned partner of that couple', async () => {
    await expectFailure('no-pinned-partner', () => sealText(stranger, sharedly()))
    await expectFailure('no-pinned-partner', () => sealText(a, sharedly({ pair: randomUuid() })))
    const parted = await withKeyring(a, settleCouple(a.keyring, null))
    await expectFailure('no-pinned-partner', () => sealText(parted, sharedly()))
    await expectFailure('no-pinned-partner', () => sealRemoved(parted, shown))
  })

  test('a row of no possible shape is refused before anything is sealed', async () => {
    for (const wrong of [{ id: 'x' }, { rev: 0 }, { rev: 1.5 }]) await expectFailure('bad-row', () => sealText(a, privately(wrong)))
  })

  test('texts of about one length have exactly one size', async () => {
    const sizes = await Promise.all(['', 'a', 'a'.repeat(300)].map(async (text) => (await sealText(a, privately({ body: { text } }))).length))
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
    const inner = { id: randomUuid(), rev: 1, author: a.uid, visibility: 'private', pair: null, to: [a.bundle.enc], meta: META, body: { text } } as const
    return `fivefold-entry/v1\n${innerJson(inner)}\n${toBase64url(random(64))}\n`
  }
})
