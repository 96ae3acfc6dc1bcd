import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BYTE_SIZES, charactersOf, keyring, salt, sealed, secret32, signature, wrap } from './bytes'

const kinds = { sealed, wrap, keyring, key: secret32, salt, signature } as const
const names = Object.keys(kinds) as (keyof typeof kinds)[]
const encode = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')

describe.each(names)('%s', (name) => {
  const { least, greatest } = BYTE_SIZES[name]
  const takes = (text: string) => kinds[name].safeParse(text).success

  test('takes its least and its greatest size, and not a byte beyond', () => {
    for (const size of [least, greatest]) expect(takes(encode(new Uint8Array(size).fill(255)))).toBe(true)
    for (const size of [0, 1, least - 1, greatest + 1])
      expect(takes(encode(new Uint8Array(size))), `${size}`).toBe(false)
  })

  test('stores and answers what it takes as it was sent', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: least, max: Math.min(greatest, least + 50) }),
        fc.uint8Array({ minLength: least + 50, maxLength: least + 50 }),
        (size, bytes) => {
          const text = encode(bytes.subarray(0, size))
          expect(takes(text)).toBe(true)
          expect(encode(Buffer.from(text, 'base64url'))).toBe(text)
        },
      ),
      { numRuns: 50 },
    )
  })

  test('takes one spelling of each', () => {
    const text = encode(new Uint8Array(least))
    const spellings = [
      `${text}=`,
      `${text} `,
      ` ${text}`,
      `${text}\n`,
      `+${text.slice(1)}`,
      `é${text.slice(1)}`,
      `${text}A`.replace(/A$/, '-'),
    ]
    for (const other of spellings) if (takes(other)) expect(encode(Buffer.from(other, 'base64url'))).toBe(other)
    expect(takes(`${text}=`)).toBe(false)
    expect(takes(`${text}\n`)).toBe(false)
  })
})

test('no kind takes a text that stands for fewer bytes than it seems to', () => {
  for (const schema of Object.values(kinds))
    for (const text of ['', 'A', '-', '_', 'AA', 'AB']) expect(schema.safeParse(text).success).toBe(false)
  // left-over bits: 'B' for 'A' at the end of 22 and of 43 characters
  expect(salt.safeParse(`${'A'.repeat(21)}B`).success).toBe(false)
  expect(secret32.safeParse(`${'A'.repeat(42)}B`).success).toBe(false)
})

test('a size in bytes is a size in characters, as Node writes them', () => {
  for (const size of [0, 1, 2, 3, 16, 32, 60, 200, 540_000])
    expect(charactersOf(size)).toBe(encode(new Uint8Array(size)).length)
})
