// The only file that touches cryptographic primitives, but for Argon2 (argon2.ts, which runs in a worker of its own) and the
// age format (age-file.ts). Everything here is WebCrypto; Ed25519 and X25519 come from @noble/curves where WebCrypto lacks them.

import { fromBase64url, toBase64url, utf8, type Bytes } from './base64url'
import { loadNobleCurves } from './late-parts'
import { VaultError, type VaultErrorCode } from './vault-error'

/** The namespace of every format here; stands in each AAD, MAC and HKDF info. */
export const V = 'fivefold/v1'

/** iv (12 bytes) || AES-256-GCM ciphertext and tag, as base64url. */
export type Blob64 = string & { readonly __blob: true }

/** WebCrypto, or `insecure-origin`: a browser has none on plain http, localhost aside. */
function subtle(): SubtleCrypto {
  const found: SubtleCrypto | undefined = globalThis.crypto?.subtle
  if (!found) throw new VaultError('insecure-origin')
  return found
}

export const random = (bytes: number): Bytes => crypto.getRandomValues(new Uint8Array(bytes))

/** A random UUID (v4). */
export function randomUuid(): string {
  subtle()
  return crypto.randomUUID()
}

const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** Whether a text is a UUID (v4) in its one spelling, lower case. */
export const isUuid = (text: string): boolean => UUID_V4.test(text)

/** 16 bytes as a UUID, with the bits of version 4 and of the variant set (RFC 9562, section 5.4). */
export function uuidOf(bytes: Bytes): string {
  const hex = Array.from(bytes, (byte, at) => {
    const set = at === 6 ? (byte & 0x0f) | 0x40 : at === 8 ? (byte & 0x3f) | 0x80 : byte
    return set.toString(16).padStart(2, '0')
  }).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')
}

export const sha256 = async (bytes: Bytes): Promise<Bytes> => new Uint8Array(await subtle().digest('SHA-256', bytes))

/** What is authenticated beside a ciphertext or MACed: a JSON array that begins with the namespace, as UTF-8. */
export const labelled = (...parts: readonly unknown[]): Bytes => utf8(JSON.stringify([V, ...parts]))

// HKDF-SHA-256 (RFC 5869) with an empty salt: every input here is uniformly random or an Argon2 output already.

export type HkdfInfo = 'auth' | 'wrap' | 'recovery-auth' | 'recovery-wrap' | 'pair-id' | 'pair-token' | 'pair-mac'

const hkdf = (info: HkdfInfo) => ({
  name: 'HKDF',
  hash: 'SHA-256',
  salt: new Uint8Array(0),
  info: utf8(`${V}/${info}`),
})

/** `length` bytes out of a secret, for one purpose. */
export async function hkdfBytes(secret: Bytes, info: HkdfInfo, length = 32): Promise<Bytes> {
  const key = await subtle().importKey('raw', secret, 'HKDF', false, ['deriveBits'])
  return new Uint8Array(await subtle().deriveBits(hkdf(info), key, length * 8))
}

/** A key that wraps, out of a secret, for one purpose; not extractable. */
export async function hkdfAesKey(secret: Bytes, info: HkdfInfo): Promise<CryptoKey> {
  const key = await subtle().importKey('raw', secret, 'HKDF', false, ['deriveKey'])
  return subtle().deriveKey(hkdf(info), key, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

/** 32 bytes as an AES-256-GCM key, not extractable. */
export const aesKey = (raw: Bytes): Promise<CryptoKey> =>
  subtle().importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])

/** AES-256-GCM (NIST SP 800-38D) under a fresh random iv. */
export async function sealBlob(key: CryptoKey, plain: Bytes, aad: Bytes): Promise<Blob64> {
  const iv = random(12)
  const sealed = new Uint8Array(await subtle().encrypt({ name: 'AES-GCM', iv, additionalData: aad }, key, plain))
  const blob = new Uint8Array(iv.length + sealed.length)
  blob.set(iv)
  blob.set(sealed, iv.length)
  return toBase64url(blob) as Blob64
}

/** The bytes of a blob; throws `code` when the key, the AAD or any byte is not what it was. */
export async function openBlob(key: CryptoKey, blob: string, aad: Bytes, code: VaultErrorCode): Promise<Bytes> {
  try {
    const bytes = fromBase64url(blob)
    const algorithm = { name: 'AES-GCM', iv: bytes.subarray(0, 12), additionalData: aad }
    return new Uint8Array(await subtle().decrypt(algorithm, key, bytes.subarray(12)))
  } catch (cause) {
    throw new VaultError(code, { cause })
  }
}

const hmacKey = (raw: Bytes) =>
  subtle().importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify'])

export const hmac = async (key: Bytes, message: Bytes): Promise<Bytes> =>
  new Uint8Array(await subtle().sign('HMAC', await hmacKey(key), message))

/** In constant time, as WebCrypto verifies. */
export const hmacHolds = async (key: Bytes, message: Bytes, mac: Bytes): Promise<boolean> =>
  subtle().verify('HMAC', await hmacKey(key), mac, message)

/** Ed25519 (RFC 8032) and X25519 (RFC 7748) over raw 32-byte keys; a private signing key is the seed. */
export type Curves = Readonly<{
  sign: (seed: Bytes, message: Bytes) => Promise<Bytes>
  verify: (publicKey: Bytes, message: Bytes, signature: Bytes) => Promise<boolean>
  exchangePublic: (secret: Bytes) => Promise<Bytes>
}>

/** WebCrypto takes a private key only as PKCS #8 (RFC 8410): a fixed prefix, which ends each object identifier differently. */
const pkcs8 = (curve: 0x6e | 0x70, raw: Bytes): Bytes =>
  new Uint8Array([0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, curve, 4, 0x22, 4, 0x20, ...raw])

const basePoint = (): Bytes => {
  const point = new Uint8Array(32)
  point[0] = 9
  return point
}

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

export const nobleCurves: Curves = {
  sign: async (seed, message) => new Uint8Array((await loadNobleCurves()).ed25519.sign(message, seed)),
  verify: async (publicKey, message, signature) =>
    // strict as RFC 8032 and WebCrypto are, where noble alone would take ZIP 215's wider set
    (await loadNobleCurves()).ed25519.verify(signature, message, publicKey, { zip215: false }),
  exchangePublic: async (secret) => new Uint8Array((await loadNobleCurves()).x25519.getPublicKey(secret)),
}

/** The one place that chooses: WebCrypto where it knows both curves (not Safari below 17, nor Chrome below 137), else noble. */
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

/** An Ed25519 signature, 64 bytes. */
export const sign = async (seed: Bytes, message: Bytes): Promise<Bytes> => (await curves()).sign(seed, message)

/** Whether a signature holds; false, too, for a key or a signature of no possible shape. */
export async function signatureHolds(publicKey: Bytes, message: Bytes, signature: Bytes): Promise<boolean> {
  if (publicKey.length !== 32 || signature.length !== 64) return false
  const { verify } = await curves()
  try {
    return await verify(publicKey, message, signature)
  } catch (cause) {
    if (cause instanceof VaultError) throw cause
    return false
  }
}

export const exchangePublic = async (secret: Bytes): Promise<Bytes> => (await curves()).exchangePublic(secret)

/** Always noble's: WebCrypto has no way to a signing key's public half. age carries the same file, so nothing more is loaded. */
export const signingPublic = async (seed: Bytes): Promise<Bytes> =>
  new Uint8Array((await loadNobleCurves()).ed25519.getPublicKey(seed))
