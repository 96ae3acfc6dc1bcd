import { beforeAll, describe, expect, test, vi } from 'vitest'
import { decryptWith, encryptTo } from './age-file'
import { fromBase64url, fromUtf8, toBase64url, utf8, type Bytes } from './base64url'
import { loadAge } from './late-parts'
import { expectFailure, somebody } from './people.fixture'
import type { Vault } from './vault'

let a: Vault, b: Vault
beforeAll(async () => {
  ;[a, b] = await Promise.all([somebody(), somebody()])
})

const CONTENT = utf8('Only these words.')

/** An age file to any number of recipients, as somebody with their own tools could make. */
async function sealedTo(recipients: number): Promise<string> {
  const { Encrypter } = await loadAge()
  const encrypter = new Encrypter()
  for (let count = 0; count < recipients; count++) encrypter.addRecipient(a.bundle.enc)
  return toBase64url(await encrypter.encrypt(CONTENT))
}

const latin1 = (bytes: Bytes) => String.fromCharCode(...bytes)
const bytesOf = (text: string): Bytes => Uint8Array.from(text, (character) => character.charCodeAt(0))

/** Replaces a part of the header, and leaves the rest as it is. */
const withHeader = (sealed: string, change: (file: string) => string): string =>
  toBase64url(bytesOf(change(latin1(fromBase64url(sealed)))))

describe('an age file', () => {
  test.each([1, 2])('to %i recipients opens', async (recipients) => {
    expect(fromUtf8(await decryptWith(a.keyring.enc, await sealedTo(recipients)))).toBe('Only these words.')
  })

  test.each([3, 4, 40])('to %i recipients is refused', async (recipients) => {
    const sealed = await sealedTo(recipients)
    await expectFailure('cannot-decrypt', () => decryptWith(a.keyring.enc, sealed))
  })

  test('with 4,500 stanzas is refused before any curve is computed', async () => {
    const stanza = /-> X25519 .+\n.+\n/
    const sealed = await encryptTo([b.bundle.enc], CONTENT)
    const wide = withHeader(sealed, (file) => file.replace(stanza, (found) => found.repeat(4500)))
    const derived = vi.spyOn(crypto.subtle, 'deriveBits')
    const began = performance.now()
    await expectFailure('cannot-decrypt', () => decryptWith(a.keyring.enc, wide))
    expect(derived).not.toHaveBeenCalled()
    // each stanza would cost about a millisecond
    expect(performance.now() - began).toBeLessThan(500)
    derived.mockRestore()
  })

  test.each([
    ['no stanza', (file: string) => file.replace(/-> .+\n.+\n/, '')],
    ['a stanza of another type', (file: string) => file.replace('-> X25519 ', '-> scrypt ')],
    ['a long argument', (file: string) => file.replace('-> X25519 ', `-> X25519 ${'A'.repeat(100_000)} `)],
    ['another version', (file: string) => file.replace('org/v1', 'org/v2')],
    ['a longer MAC', (file: string) => file.replace('--- ', '--- AAAA')],
    ['nothing after its first line', (file: string) => file.slice(0, 22)],
  ])('with %s is refused', async (_, change) => {
    const sealed = withHeader(await sealedTo(1), change)
    await expectFailure('cannot-decrypt', () => decryptWith(a.keyring.enc, sealed))
  })
})
