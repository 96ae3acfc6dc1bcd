import { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { isIP, type AddressInfo } from 'node:net'
import https from 'node:https'
import tls from 'node:tls'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { seams } from '../seams'
import {
  AUTHORITY_DAYS,
  RENEW_BELOW_DAYS,
  SERVER_DAYS,
  fingerprintsOf,
  isRenewalDue,
  makeAuthority,
  makeServerCertificate,
  validityOf,
  type Certified,
} from './certificates'

const DAY = 86_400_000
const now = new Date(Math.floor(seams().now().getTime() / 1000) * 1000)
const authority = await makeAuthority('fivefold.local', now)

/** Connects to a server with this certificate as `host`, with the authority trusted; returns how it failed, or null. */
async function failureOf(server: Certified, trusted: Certified, host: string): Promise<string | null> {
  const listening = https.createServer({ key: server.key, cert: server.certificate }).listen(0, '127.0.0.1')
  onTestFinished(() => void listening.close())
  await once(listening, 'listening')
  const socket = tls.connect({
    host: '127.0.0.1',
    port: (listening.address() as AddressInfo).port,
    ca: trusted.certificate,
    ...(isIP(host) ? {} : { servername: host }),
    checkServerIdentity: (_, certificate) => tls.checkServerIdentity(host, certificate),
  })
  const failure = await new Promise<string | null>((done) => {
    socket.once('secureConnect', () => done(null)).once('error', (error: Error) => done(error.message))
  })
  socket.destroy()
  return failure
}

test.each(['fivefold.local', 'home.example', '192.168.1.20', 'fd00::2'])(
  'who trusts the authority of %s trusts its server',
  async (host) => {
    const own = await makeAuthority(host, now)
    expect(await failureOf(await makeServerCertificate(host, own, now), own, host)).toBeNull()
  },
)

describe('the authority of a name', () => {
  test.each(['bank.example', 'other.local', 'fivefold.local.example', '127.0.0.1', '::1', '192.168.1.20'])(
    'can’t vouch for %s',
    async (host) => {
      const forged = await makeServerCertificate(host, authority, now)
      expect(await failureOf(forged, authority, host)).toMatch(/^(permitted|excluded) subtree violation$/)
    },
  )

  test('names its limits: this name, no address, only servers, and no further authority', () => {
    const text = Buffer.from(new X509Certificate(authority.certificate).raw)
    expect(text.includes('fivefold.local')).toBe(true)
    expect(new X509Certificate(authority.certificate).keyUsage).toEqual(['1.3.6.1.5.5.7.3.1'])
    expect(new X509Certificate(authority.certificate).ca).toBe(true)
  })
})

test('the authority of an address can vouch for no other address and no name', async () => {
  const own = await makeAuthority('192.168.1.20', now)
  for (const host of ['192.168.1.21', 'fd00::2', 'fivefold.local', 'bank.example'])
    expect([host, await failureOf(await makeServerCertificate(host, own, now), own, host)]).toEqual([
      host,
      'permitted subtree violation',
    ])
})

test('another authority of the same name is not trusted', async () => {
  const other = await makeAuthority('fivefold.local', now)
  const server = await makeServerCertificate('fivefold.local', other, now)
  expect(await failureOf(server, authority, 'fivefold.local')).not.toBeNull()
})

test('the certificate names one host, is valid 397 days, and never longer than its authority', async () => {
  const server = await makeServerCertificate('fivefold.local', authority, now)
  const read = new X509Certificate(server.certificate)
  expect(read.subjectAltName).toBe('DNS:fivefold.local')
  expect(read.ca).toBe(false)
  const { notBefore, notAfter } = validityOf(server.certificate)
  expect([notBefore.getTime() - now.getTime(), notAfter.getTime() - notBefore.getTime()]).toEqual([
    -DAY,
    SERVER_DAYS * DAY,
  ])
  const end = validityOf(authority.certificate).notAfter
  const late = await makeServerCertificate('fivefold.local', authority, new Date(end.getTime() - 100 * DAY))
  expect(validityOf(late.certificate).notAfter).toEqual(end)
  expect(end.getTime() - now.getTime()).toBe((AUTHORITY_DAYS - 1) * DAY)
})

test('a certificate is renewed before it ends, not much earlier, and where a clock was wrong', () => {
  const days = fc.integer({ min: RENEW_BELOW_DAYS + 1, max: 4000 })
  fc.assert(
    fc.property(days, fc.integer({ min: -100, max: 4100 }), (length, after) => {
      const validity = { notBefore: now, notAfter: new Date(now.getTime() + length * DAY) }
      const isDue = isRenewalDue(validity, new Date(now.getTime() + after * DAY))
      expect(isDue).toBe(after < 0 || length - after < RENEW_BELOW_DAYS)
    }),
  )
  expect(RENEW_BELOW_DAYS).toBeLessThan(SERVER_DAYS / 2)
})

test('an address has the same bytes however it is written', async () => {
  const spellings = ['fd00::2', 'fd00:0:0:0:0:0:0:2', 'FD00:0000::0002']
  const names = await Promise.all(
    spellings.map(async (host) => {
      const own = await makeAuthority(host, now)
      return new X509Certificate((await makeServerCertificate(host, own, now)).certificate).subjectAltName
    }),
  )
  expect(new Set(names).size).toBe(1)
})

test('fingerprints are as devices show them', () => {
  const { sha256, sha1 } = fingerprintsOf(authority.certificate)
  const read = new X509Certificate(authority.certificate)
  expect([sha256, sha1]).toEqual([read.fingerprint256, read.fingerprint])
})
