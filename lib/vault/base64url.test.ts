import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromBase64url, fromUtf8, toBase64url, utf8 } from './base64url'
import { expectFailure } from './people.fixture'

const bytes = fc.uint8Array({ maxLength: 200 }).map((array) => new Uint8Array(array))

describe('base64url', () => {
  test('decodes what it encoded, and agrees with Node', () => {
    fc.assert(
      fc.property(bytes, (some) => {
        expect(toBase64url(some)).toBe(Buffer.from(some).toString('base64url'))
        expect(fromBase64url(toBase64url(some))).toEqual(some)
      }),
    )
  })

  test('accepts a long text', () => {
    const some = new Uint8Array(200_000).fill(7)
    expect(Buffer.from(fromBase64url(toBase64url(some), 200_000)).equals(some)).toBe(true)
  })

  test('accepts one spelling of each sequence of bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ABQgw-_19'), maxLength: 9 }), (text) => {
        let read: Uint8Array
        try {
          read = fromBase64url(text)
        } catch {
          return
        }
        expect(toBase64url(read)).toBe(text)
      }),
      { numRuns: 500 },
    )
  })

  test.each(['A', 'AB==', 'A+/A', 'AA AA', 'AB', 'AAB', 'é'])('refuses %j', async (text) => {
    await expectFailure('bad-encoding', () => fromBase64url(text))
  })

  test('refuses another length than the required one', async () => {
    await expectFailure('bad-encoding', () => fromBase64url('AAAA', 4))
  })
})

describe('UTF-8', () => {
  test('is lossless, also for a byte order mark', () => {
    const text = '\uFEFFé 🫶\u0000'
    expect(fromUtf8(utf8(text))).toBe(text)
    expect(() => fromUtf8(new Uint8Array([0xc3]))).toThrow(TypeError)
  })
})
