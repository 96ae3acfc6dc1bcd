// Sealed bytes of a size that contracts and columns take, for tests that open nothing.
import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto'
import { BYTE_SIZES } from '@/lib/http/bytes'

const { least } = BYTE_SIZES.sealed

/** Bytes that stand for a sealed text, and begin with a text. */
export const bytesOf = (text: string): Buffer<ArrayBuffer> => Buffer.from(text.padEnd(least))

/** The same as requests bring them. */
export const sealedOf = (text: string): string => bytesOf(text).toString('base64url')

/** The same in SQL. */
export const SEALED_SQL = `repeat('s', ${least})::bytea`

/** A public key as age writes it. */
export const RECIPIENT = `age1${'q'.repeat(58)}`

// A private key of Ed25519 in PKCS #8 is this prefix and a seed of 32 bytes (RFC 8410).
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')
const signingKeyOf = (id: string) =>
  createPrivateKey({
    key: Buffer.concat([pkcs8, createHash('sha256').update(id).digest()]),
    format: 'der',
    type: 'pkcs8',
  })

/** A person's public keys. The signing key is real: `signedKeyring` signs with its other half. */
export const bundleOf = (uid: string) => ({
  v: 'fivefold/v1' as const,
  uid,
  enc: RECIPIENT,
  sig: createPublicKey(signingKeyOf(uid)).export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64url'),
})

/** The body of a write of a keyring, signed as the person's device does. Made by hand here, without our own code. */
export function signedKeyring(uid: string, rev: number, keyring: string) {
  const hash = createHash('sha256').update(keyring).digest('base64url')
  const message = JSON.stringify(['fivefold/v1', 'keyring', uid, rev, hash])
  return { keyring, signature: sign(null, Buffer.from(message), signingKeyOf(uid)).toString('base64url') }
}
