// Proves that a stored keyring was written by an open journal: a session alone must not be able to replace it. The
// device signs, the server checks with the public key that it stores.

import { fromBase64url, toBase64url, utf8, type Bytes } from './base64url'
import { encodeLabel, sha256, sign, verifySignature } from './primitives'

/** A version of a sealed keyring. `keyring` is the blob as it is sent, base64url. */
type KeyringVersion = Readonly<{ uid: string; rev: number; keyring: string }>

/** What is signed: `[v,"keyring",uid,rev,sha256]`, with the hash of the blob's base64url text. */
const messageOf = async ({ uid, rev, keyring }: KeyringVersion): Promise<Bytes> =>
  encodeLabel('keyring', uid, rev, toBase64url(await sha256(utf8(keyring))))

/** Signs a version with an Ed25519 seed (base64url of 32 bytes). Returns base64url of 64 bytes. */
export const signKeyring = async (seed: string, version: KeyringVersion): Promise<string> =>
  toBase64url(await sign(fromBase64url(seed, 32), await messageOf(version)))

/** Whether the owner of a public signing key (base64url of 32 bytes) signed this version. False for malformed input. */
export async function isKeyringSigned(key: string, version: KeyringVersion, signature: string): Promise<boolean> {
  try {
    return await verifySignature(fromBase64url(key, 32), await messageOf(version), fromBase64url(signature, 64))
  } catch {
    return false
  }
}
