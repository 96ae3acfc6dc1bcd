// The only file that uses cryptographic primitives, except Argon2 (argon2.ts, which runs in a worker) and the age
// format (age-file.ts). All of it is WebCrypto; @noble/curves provides Ed25519 and X25519 where WebCrypto lacks them.

import { fromBase64url, toBase64url, utf8, type Bytes } from './base64url'
import { loadNobleCurves } from './late-parts'
import { VaultError, type VaultErrorCode } from './vault-error'

/** The namespace of every format of the vault: part of each AAD, MAC and HKDF info. */
export const V = 'fivefold/v1'

/** iv (12 bytes) || AES-256-GCM ciphertext and tag, as base64url. */
export type Blob64 = string & { readonly __blob: true }

/** Throws `insecure-origin`: browsers offer no WebCrypto over plain http, except on localhost. */
function subtle(): SubtleCrypto {
  const found: SubtleCrypto | undefined = globalThis.crypto?.subtle
  if (!found) throw new VaultError('insecure-origin')
  return found
}

/** Makes random bytes. */
export const random = (bytes: number): Bytes => crypto.getRandomValues(new Uint8Array(bytes))

/** Makes a random UUID (v4). Throws `insecure-origin`. */
export function randomUuid(): string {
  subtle()
  return crypto.randomUUID()
}

const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** Whether a text is a UUID (v4) in lower case. */
export const isUuid = (text: string): boolean => UUID_V4.test(text)

/** Formats 16 bytes as a UUID, with the version set to 4 and the variant set (RFC 9562, section 5.4). */
export function uuidOf(bytes: Bytes): string {
  const hex = Array.from(bytes, (byte, index) => {
    const set = index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte
    return set.toString(16).padStart(2, '0')
  }).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')
}

/** Hashes with SHA-256. */
export const sha256 = async (bytes: Bytes): Promise<Bytes> => new Uint8Array(await subtle().digest('SHA-256', bytes))

/** Encodes what an AAD or a MAC covers: a JSON array that begins with the namespace, as UTF-8. */
export const encodeLabel = (...parts: readonly unknown[]): Bytes => utf8(JSON.stringify([V, ...parts]))

// HKDF-SHA-256 (RFC 5869) with an empty salt: every input is uniformly random or an Argon2 output.

export type HkdfInfo = 'auth' | 'wrap' | 'recovery-auth' | 'recovery-wrap' | 'pair-id' | 'pair-token' | 'pair-mac'

const hkdf = (info: HkdfInfo) => ({
  name: 'HKDF',
  hash: 'SHA-256',
  salt: new Uint8Array(0),
  info: utf8(`${V}/${info}`),
})

/** Derives `length` bytes from a secret, for one purpose. */
export async function deriveBytes(secret: Bytes, info: HkdfInfo, length = 32): Promise<Bytes> {
  const key = await subtle().importKey('raw', secret, 'HKDF', false, ['deriveBits'])
  return new Uint8Array(await subtle().deriveBits(hkdf(info), key, length * 8))
}

/** Derives an AES-256-GCM key from a secret, for one purpose; not extractable. */
export async function deriveAesKey(secret: Bytes, info: HkdfInfo): Promise<CryptoKey> {
  const key = await subtle().importKey('raw', secret, 'HKDF', false, ['deriveKey'])
  return subtle().deriveKey(hkdf(info), key, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

/** Imports 32 bytes as an AES-256-GCM key, not extractable. */
export const importAesKey = (raw: Bytes): Promise<CryptoKey> =>
  subtle().importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])

/** Encrypts with AES-256-GCM (NIST SP 800-38D) and a random iv. */
export async function sealBlob(key: CryptoKey, plain: Bytes, aad: Bytes): Promise<Blob64> {
  const iv = random(12)
  const sealed = new Uint8Array(await subtle().encrypt({ name: 'AES-GCM', iv, additionalData: aad }, key, plain))
  const blob = new Uint8Array(iv.length + sealed.length)
  blob.set(iv)
  blob.set(sealed, iv.length)
  return toBase64url(blob) as Blob64
}

/** Decrypts a blob. Throws `code` when the key, the AAD or any byte differs. */
export async function openBlob(key: CryptoKey, blob: string, aad: Bytes, code: VaultErrorCode): Promise<Bytes> {
  try {
    const bytes = fromBase64url(blob)
    const algorithm = { name: 'AES-GCM', iv: bytes.subarray(0, 12), additionalData: aad }
    return new Uint8Array(await subtle().decrypt(algorithm, key, bytes.subarray(12)))
  } catch (cause) {
    throw new VaultError(code, { cause })
  }
}

const importHmacKey = (raw: Bytes) =>
  subtle().importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify'])

/** Computes an HMAC-SHA-256; 32 bytes. */
export const hmac = async (key: Bytes, message: Bytes): Promise<Bytes> =>
  new Uint8Array(await subtle().sign('HMAC', await importHmacKey(key), message))

/** Whether a MAC is valid. WebCrypto compares in constant time. */
export const verifyHmac = async (key: Bytes, message: Bytes, mac: Bytes): Promise<boolean> =>
  subtle().verify('HMAC', await importHmacKey(key), mac, message)

/** Ed25519 (RFC 8032) and X25519 (RFC 7748) with raw 32-byte keys. A private signing key is its seed. */
export type Curves = Readonly<{
  sign: (seed: Bytes, message: Bytes) => Promise<Bytes>
  verify: (publicKey: Bytes, message: Bytes, signature: Bytes) => Promise<boolean>
  exchangePublic: (secret: Bytes) => Promise<Bytes>
}>

/**
 * WebCrypto takes private keys only as PKCS #8 (RFC 8410): a fixed prefix whose object identifier ends in the curve's
 * byte.
 */
const pkcs8 = (curve: 0x6e | 0x70, raw: Bytes): Bytes =>
  new Uint8Array([0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, curve, 4, 0x22, 4, 0x20, ...raw])

const basePoint = (): Bytes => {
  const point = new Uint8Array(32)
  point[0] = 9
  return point
}

/** The curves of WebCrypto. */
export const webCurves: Curves = {
  sign: async (seed, message) => {
    const key = await subtle().importKey('pkcs8', pkcs8(0x70, seed), 'Ed25519', false, ['sign'])
    return new Uint8Array(await subtle().sign('Ed25519', key, message))
  },
  verify: async (publicKey, message, signature) => {
    const key = await subtle().importKey('raw', publicKey, 'Ed25519', false, ['verify'])
    return subtle().verify('Ed25519', key, signature, message)
  },
  exchangePublic: async (secret) => {
    const key = await subtle().importKey('pkcs8', pkcs8(0x6e, secret), 'X25519', false, ['deriveBits'])
    const base = await subtle().importKey('raw', basePoint(), 'X25519', false, [])
    return new Uint8Array(await subtle().deriveBits({ name: 'X25519', public: base }, key, 256))
  },
}

/** The curves of @noble/curves. */
export const nobleCurves: Curves = {
  sign: async (seed, message) => new Uint8Array((await loadNobleCurves()).ed25519.sign(message, seed)),
  verify: async (publicKey, message, signature) =>
    // strict as RFC 8032 and WebCrypto; noble's default accepts ZIP 215's wider set
    (await loadNobleCurves()).ed25519.verify(signature, message, publicKey, { zip215: false }),
  exchangePublic: async (secret) => new Uint8Array((await loadNobleCurves()).x25519.getPublicKey(secret)),
}

/** Chooses WebCrypto if it supports both curves (Safari from 17, Chrome from 137), else noble. */
export async function chooseCurves(): Promise<Curves> {
  const web = subtle()
  try {
    await web.importKey('pkcs8', pkcs8(0x70, new Uint8Array(32)), 'Ed25519', false, ['sign'])
    await web.importKey('pkcs8', pkcs8(0x6e, basePoint()), 'X25519', false, ['deriveBits'])
    return webCurves
  } catch {
    return nobleCurves
  }
}

let chosen: Promise<Curves> | undefined
const curves = () => (chosen ??= chooseCurves())

/** Signs with Ed25519; 64 bytes. */
export const sign = async (seed: Bytes, message: Bytes): Promise<Bytes> => (await curves()).sign(seed, message)

/** Whether a signature is valid. False also for a malformed key or signature. */
export async function verifySignature(publicKey: Bytes, message: Bytes, signature: Bytes): Promise<boolean> {
  if (publicKey.length !== 32 || signature.length !== 64) return false
  const { verify } = await curves()
  try {
    return await verify(publicKey, message, signature)
  } catch (cause) {
    if (cause instanceof VaultError) throw cause
    return false
  }
}

/** Derives the X25519 public key of a private one. */
export const exchangePublic = async (secret: Bytes): Promise<Bytes> => (await curves()).exchangePublic(secret)

/**
 * Derives the Ed25519 public key of a seed. Always with noble: WebCrypto can't do it. age loads the same file anyway.
 */
export const deriveSigningKey = async (seed: Bytes): Promise<Bytes> =>
  new Uint8Array((await loadNobleCurves()).ed25519.getPublicKey(seed))
