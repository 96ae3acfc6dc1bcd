import { createHmac, hkdfSync } from 'node:crypto'
import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { fromBase64url, toBase64url, utf8 } from './base64url'
import { expectFailure, withoutCurves } from './people.fixture'
import {
  importAesKey,
  chooseCurves,
  deriveBytes,
  hmac,
  verifyHmac,
  isUuid,
  encodeLabel,
  nobleCurves,
  openBlob,
  random,
  randomUuid,
  sealBlob,
  verifySignature,
  deriveSigningKey,
  uuidOf,
  webCurves,
} from './primitives'

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const key32 = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((array) => new Uint8Array(array))
const some = fc.uint8Array({ maxLength: 300 }).map((array) => new Uint8Array(array))

describe('a blob', () => {
  const label = encodeLabel('test', 'one')

  test('opens only with its key, its label and unchanged bytes', async () => {
    await fc.assert(
      fc.asyncProperty(key32, some, fc.nat(), async (raw, plain, place) => {
        const key = await importAesKey(raw)
        const blob = await sealBlob(key, plain, label)
        expect(await openBlob(key, blob, label, 'bad-keyring')).toEqual(plain)
        const changed = fromBase64url(blob)
        const index = place % changed.length
        changed[index] = (changed[index] ?? 0) ^ 1
        await expectFailure('bad-keyring', () => openBlob(key, toBase64url(changed), label, 'bad-keyring'))
        await expectFailure('wrong-phrase', () => openBlob(key, blob, encodeLabel('test', 'two'), 'wrong-phrase'))
        await expectFailure('bad-floors', async () =>
          openBlob(await importAesKey(random(32)), blob, label, 'bad-floors'),
        )
      }),
      { numRuns: 25 },
    )
  })

  test('that is malformed does not open', async () => {
    const key = await importAesKey(random(32))
    for (const blob of ['', 'AAAA', 'no!', toBase64url(random(27))]) {
      await expectFailure('bad-keyring', () => openBlob(key, blob, label, 'bad-keyring'))
    }
  })

  test('never repeats an iv', async () => {
    const key = await importAesKey(random(32))
    const ivs = await Promise.all(
      Array.from({ length: 500 }, async () => (await sealBlob(key, random(1), label)).slice(0, 16)),
    )
    expect(new Set(ivs).size).toBe(500)
  })
})

describe('HKDF and HMAC', () => {
  test('agree with Node', async () => {
    await fc.assert(
      fc.asyncProperty(key32, some, async (secret, message) => {
        const expected = new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(0), 'fivefold/v1/auth', 32))
        expect(await deriveBytes(secret, 'auth')).toEqual(expected)
        const mac = await hmac(secret, message)
        expect(toBase64url(mac)).toBe(createHmac('sha256', secret).update(message).digest('base64url'))
        expect(await verifyHmac(secret, message, mac)).toBe(true)
        expect(await verifyHmac(secret, new Uint8Array([...message, 0]), mac)).toBe(false)
      }),
      { numRuns: 15 },
    )
  })

  test('one secret gives a different key for each purpose', async () => {
    const secret = random(32)
    const infos = ['auth', 'wrap', 'recovery-auth', 'recovery-wrap', 'pair-id', 'pair-token', 'pair-mac'] as const
    const keys = await Promise.all(infos.map(async (info) => toBase64url(await deriveBytes(secret, info))))
    expect(new Set(keys).size).toBe(infos.length)
  })
})

describe('Ed25519 and X25519', () => {
  test('agree between WebCrypto and noble', async () => {
    await fc.assert(
      fc.asyncProperty(key32, some, async (secret, message) => {
        const signature = await webCurves.sign(secret, message)
        expect(await nobleCurves.sign(secret, message)).toEqual(signature)
        expect(await nobleCurves.exchangePublic(secret)).toEqual(await webCurves.exchangePublic(secret))
        const publicKey = await deriveSigningKey(secret)
        const changed = signature.slice()
        changed[5] = (changed[5] ?? 0) ^ 1
        for (const { verify } of [webCurves, nobleCurves]) {
          expect(await verify(publicKey, message, signature)).toBe(true)
          expect(await verify(publicKey, new Uint8Array([...message, 1]), signature)).toBe(false)
          expect(await verify(publicKey, message, changed)).toBe(false)
        }
      }),
      { numRuns: 5 },
    )
  })

  // RFC 8032, section 7.1, test 2; RFC 7748, section 6.1, Alice's keys
  const both = [
    ['WebCrypto', webCurves],
    ['noble', nobleCurves],
  ] as const
  test.each(both)('pass the vectors of the RFCs in %s', async (_, { sign, exchangePublic }) => {
    const hex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'))
    const inHex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
    const seed = hex('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb')
    expect(inHex(await deriveSigningKey(seed))).toBe('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c')
    expect(inHex(await sign(seed, hex('72')))).toBe(
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da' +
        '085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    )
    const alice = hex('77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a')
    const known = '8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a'
    expect(inHex(await exchangePublic(alice))).toBe(known)
  })

  test('come from WebCrypto where it has them', async () => {
    expect(await chooseCurves()).toBe(webCurves)
  })

  test.each(['Ed25519', 'X25519'])('come from noble where WebCrypto lacks %s', async (missing) => {
    withoutCurves(missing)
    expect(await chooseCurves()).toBe(nobleCurves)
  })

  test('refuse a malformed key or signature', async () => {
    const seed = random(32)
    const signature = await webCurves.sign(seed, utf8('x'))
    expect(await verifySignature(random(31), utf8('x'), signature)).toBe(false)
    expect(await verifySignature(await deriveSigningKey(seed), utf8('x'), signature.subarray(1))).toBe(false)
    expect(await verifySignature(new Uint8Array(32).fill(255), utf8('x'), signature)).toBe(false)
  })
})

test('16 bytes and random UUIDs have version 4', () => {
  const sixteen = fc.uint8Array({ minLength: 16, maxLength: 16 })
  fc.assert(fc.property(sixteen, (bytes) => void expect(uuidOf(new Uint8Array(bytes))).toSatisfy(isUuid)))
  expect(uuidOf(new Uint8Array(16))).toBe('00000000-0000-4000-8000-000000000000')
  expect(uuidOf(new Uint8Array(16).fill(255))).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff')
  expect(randomUuid()).toSatisfy(isUuid)
  expect(randomUuid().toUpperCase()).not.toSatisfy(isUuid)
})

test('plain http, where browsers have no WebCrypto, has its own failure', async () => {
  vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) })
  await expectFailure('insecure-origin', () => randomUuid())
  await expectFailure('insecure-origin', () => deriveBytes(new Uint8Array(32), 'auth'))
  await expectFailure('insecure-origin', () => chooseCurves())
})
