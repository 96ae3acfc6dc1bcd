import { createHash, createPublicKey, verify } from 'node:crypto'
import { expect, test } from 'vitest'
import { toBase64url } from './base64url'
import { isKeyringSigned, signKeyring } from './keyring-proof'
import { deriveSigningKey } from './primitives'

const seedBytes = new Uint8Array(32).map((_, index) => index)
const seed = toBase64url(seedBytes)
const version = { uid: '11111111-1111-4111-8111-111111111111', rev: 7, keyring: 'c2VhbGVk' }
const publicKey = async () => toBase64url(await deriveSigningKey(seedBytes))

test('the signature covers namespace, purpose, person, version and the hash of the blob', async () => {
  const hash = createHash('sha256').update(version.keyring).digest('base64url')
  const message = JSON.stringify(['fivefold/v1', 'keyring', version.uid, 7, hash])
  const key = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: await publicKey() },
    format: 'jwk',
  })
  const signature = Buffer.from(await signKeyring(seed, version), 'base64url')
  expect(verify(null, Buffer.from(message), key, signature)).toBe(true)
})

test('a signature holds for its own version alone', async () => {
  const [key, signature] = [await publicKey(), await signKeyring(seed, version)]
  expect(await isKeyringSigned(key, version, signature)).toBe(true)
  const others = [
    { ...version, rev: 8 },
    { ...version, keyring: 'c2VhbGVj' },
    { ...version, uid: '21111111-1111-4111-8111-111111111111' },
  ]
  for (const other of others) expect(await isKeyringSigned(key, other, signature)).toBe(false)
})

test('anything malformed is no signature', async () => {
  const [key, signature] = [await publicKey(), await signKeyring(seed, version)]
  for (const wrong of ['', 'A', 'A'.repeat(86), `${signature}A`, signature.slice(1), '!'.repeat(86)])
    expect(await isKeyringSigned(key, version, wrong)).toBe(false)
  for (const wrong of ['', 'A'.repeat(43), 'A'.repeat(86), '!'.repeat(43)])
    expect(await isKeyringSigned(wrong, version, signature)).toBe(false)
})
