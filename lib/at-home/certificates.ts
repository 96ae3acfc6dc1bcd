// The certificates of a home: an authority that can vouch for one host, and the certificate that it signs for the server. Made with PKI.js,
// which is loaded only when something is made; Node reads them.
import { createHash, X509Certificate } from 'node:crypto'
import { isIP } from 'node:net'

const DAY_MS = 86_400_000

/** A certificate of the server is valid this long: phones refuse more than 825 days of a private authority, and browsers more than 398 of others. */
export const SERVER_DAYS = 397

/** The authority's certificate, in days. Each device has to trust a new one, so it is not made often. */
export const AUTHORITY_DAYS = 3650

/** A certificate is made anew when it has fewer days left than this, so that a computer that was off for weeks starts with a good one. */
export const RENEW_BELOW_DAYS = 60

/** Clocks of devices differ: what is made now is valid from a day ago. */
const BACKDATED_DAYS = 1

/** A private key and its certificate, each as PEM. */
export type Certified = Readonly<{ key: string; certificate: string }>

type Validity = Readonly<{ notBefore: Date; notAfter: Date }>

/** From when until when a certificate in PEM is valid. Throws if it is none. */
export function validityOf(certificate: string): Validity {
  const { validFrom, validTo } = new X509Certificate(certificate)
  return { notBefore: new Date(validFrom), notAfter: new Date(validTo) }
}

/** Whether a certificate has to be made anew: it ends soon, or a wrong clock made it for the future. */
export const isRenewalDue = ({ notBefore, notAfter }: Validity, now: Date): boolean =>
  now < notBefore || notAfter.getTime() - now.getTime() < RENEW_BELOW_DAYS * DAY_MS

export type Fingerprints = Readonly<{ sha256: string; sha1: string }>

/** The hashes of a certificate as devices show them: pairs of hexadecimal digits. Windows shows SHA-1 alone. */
export function fingerprintsOf(certificate: string): Fingerprints {
  const { raw } = new X509Certificate(certificate)
  const hash = (name: string) =>
    createHash(name)
      .update(raw)
      .digest('hex')
      .toUpperCase()
      .replaceAll(/..(?!$)/g, '$&:')
  return { sha256: hash('sha256'), sha1: hash('sha1') }
}

/**
 * Makes an authority that can sign for `host` alone, a name or an address: its name constraints permit that one and no other name,
 * address or mail address, and its extended key usage no other purpose than servers. Browsers refuse whatever else it signs, so who
 * steals its key, or runs this server, gains nothing on other sites.
 */
export async function makeAuthority(host: string, now: Date): Promise<Certified> {
  const { basicConstraints, keyUsage, serverUse, constraints, make } = await tools()
  return make({
    subject: `Fivefold at home (${host})`,
    validity: daysFrom(now, AUTHORITY_DAYS),
    extensions: [basicConstraints(true), keyUsage('signs certificates'), serverUse(), constraints(host)],
  })
}

/** Makes the certificate of the server at `host`, signed by an authority of the same host. It never outlives the authority. */
export async function makeServerCertificate(host: string, authority: Certified, now: Date): Promise<Certified> {
  const { basicConstraints, keyUsage, serverUse, alternativeName, make } = await tools()
  const { notBefore, notAfter } = daysFrom(now, SERVER_DAYS)
  const end = validityOf(authority.certificate).notAfter
  return make({
    subject: 'Fivefold', // not the host: a checker may take a name here for one more host
    validity: { notBefore, notAfter: end < notAfter ? end : notAfter },
    extensions: [basicConstraints(false), keyUsage('signs connections'), serverUse(), alternativeName(host)],
    authority,
  })
}

function daysFrom(now: Date, days: number): Validity {
  const notBefore = new Date(now.getTime() - BACKDATED_DAYS * DAY_MS)
  return { notBefore, notAfter: new Date(notBefore.getTime() + days * DAY_MS) }
}

const OID = {
  subjectKey: '2.5.29.14',
  keyUsage: '2.5.29.15',
  alternativeName: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  nameConstraints: '2.5.29.30',
  authorityKey: '2.5.29.35',
  extendedKeyUsage: '2.5.29.37',
  commonName: '2.5.4.3',
  serverAuthentication: '1.3.6.1.5.5.7.3.1',
} as const

/** The kinds of a GeneralName (RFC 5280, section 4.2.1.6). */
const MAIL = 1
const DNS = 2
const URI = 6
const IP = 7

/** A name that nothing can have (RFC 2606). Where it alone is permitted, no name is. */
const NO_NAME = 'fivefold.invalid'

const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const

/** What makes certificates, over the library. */
async function tools() {
  const [pki, asn1] = await Promise.all([import('pkijs'), import('asn1js')])

  const extension = (extnID: string, critical: boolean, content: { toBER: () => ArrayBuffer }) =>
    new pki.Extension({ extnID, critical, extnValue: content.toBER() })

  const octets = (bytes: Uint8Array) => new asn1.OctetString({ valueHex: Uint8Array.from(bytes).buffer })

  const nameSubtree = (type: typeof DNS | typeof MAIL | typeof URI, value: string) =>
    new pki.GeneralSubtree({ base: new pki.GeneralName({ type, value }), minimum: 0 })

  const addressSubtree = (bytes: Uint8Array) =>
    new pki.GeneralSubtree({ base: new pki.GeneralName({ type: IP, value: octets(bytes) }), minimum: 0 })

  /** RFC 5280, section 4.2.1.10. A kind of name that is neither permitted nor excluded would be free, so each kind is named. */
  function constraints(host: string) {
    const names = ([DNS, MAIL, URI] as const).map((kind) => nameSubtree(kind, isIP(host) ? NO_NAME : host))
    const limits = isIP(host)
      ? { permittedSubtrees: [...names, addressSubtree(withMask(addressBytes(host), 255))] }
      : { permittedSubtrees: names, excludedSubtrees: everyAddress.map(addressSubtree) }
    return extension(OID.nameConstraints, true, new pki.NameConstraints(limits).toSchema())
  }

  function alternativeName(host: string) {
    const name = isIP(host)
      ? new pki.GeneralName({ type: IP, value: octets(addressBytes(host)) })
      : new pki.GeneralName({ type: DNS, value: host })
    return extension(OID.alternativeName, false, new pki.GeneralNames({ names: [name] }).toSchema())
  }

  const basicConstraints = (cA: boolean) =>
    extension(
      OID.basicConstraints,
      true,
      new pki.BasicConstraints(cA ? { cA, pathLenConstraint: 0 } : { cA }).toSchema(),
    )

  /** The bits of KeyUsage, from the highest: digitalSignature is the first, keyCertSign the sixth. */
  const keyUsage = (use: 'signs certificates' | 'signs connections') =>
    extension(
      OID.keyUsage,
      true,
      use === 'signs certificates'
        ? new asn1.BitString({ valueHex: Uint8Array.of(0b0000_0100).buffer, unusedBits: 2 })
        : new asn1.BitString({ valueHex: Uint8Array.of(0b1000_0000).buffer, unusedBits: 7 }),
    )

  const serverUse = () =>
    extension(OID.extendedKeyUsage, false, new pki.ExtKeyUsage({ keyPurposes: [OID.serverAuthentication] }).toSchema())

  const nameOf = (commonName: string) =>
    new pki.RelativeDistinguishedNames({
      typesAndValues: [
        new pki.AttributeTypeAndValue({ type: OID.commonName, value: new asn1.Utf8String({ value: commonName }) }),
      ],
    })

  type Order = Readonly<{
    subject: string
    validity: Validity
    extensions: readonly InstanceType<typeof pki.Extension>[]
    /** Who signs; without it the certificate signs itself. */
    authority?: Certified
  }>

  async function make({ subject, validity, extensions, authority }: Order): Promise<Certified> {
    const pair = await crypto.subtle.generateKey(curve, true, ['sign', 'verify'])
    const made = new pki.Certificate()
    made.version = 2 // the third version, counted from 0
    made.serialNumber = new asn1.Integer({ valueHex: serialNumber().buffer })
    made.subject = nameOf(subject)
    made.notBefore.value = validity.notBefore
    made.notAfter.value = validity.notAfter
    await made.subjectPublicKeyInfo.importKey(pair.publicKey)
    const ownKey = await keyIdentifier(pair.publicKey)
    const signer = authority && new X509Certificate(authority.certificate)
    const signerKey = signer
      ? await keyIdentifier(
          await crypto.subtle.importKey(
            'spki',
            Uint8Array.from(signer.publicKey.export({ type: 'spki', format: 'der' })),
            curve,
            true,
            ['verify'],
          ),
        )
      : ownKey
    made.issuer = signer ? pki.Certificate.fromBER(Uint8Array.from(signer.raw)).subject : made.subject
    made.extensions = [
      ...extensions,
      extension(OID.subjectKey, false, octets(ownKey)),
      extension(
        OID.authorityKey,
        false,
        new pki.AuthorityKeyIdentifier({ keyIdentifier: octets(signerKey) }).toSchema(),
      ),
    ]
    await made.sign(authority ? await signingKey(authority.key) : pair.privateKey, 'SHA-256')
    return {
      key: toPem('PRIVATE KEY', new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey))),
      certificate: toPem('CERTIFICATE', new Uint8Array(made.toSchema(true).toBER())),
    }
  }

  return { basicConstraints, keyUsage, serverUse, constraints, alternativeName, make }
}

/** 16 random bytes. The first is from 1 to 127, so that the number is positive and written in one way. */
function serialNumber(): Uint8Array<ArrayBuffer> {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x01
  return bytes
}

/** SHA-1 of the public key's bits (RFC 5280, section 4.2.1.2): a short name of the key, for which nothing depends on the hash. */
async function keyIdentifier(key: CryptoKey): Promise<Uint8Array> {
  return createHash('sha1')
    .update(new Uint8Array(await crypto.subtle.exportKey('raw', key)))
    .digest()
}

function signingKey(pem: string): Promise<CryptoKey> {
  const der = Uint8Array.from(Buffer.from(pem.replaceAll(/-----[^-]+-----|\s/g, ''), 'base64'))
  return crypto.subtle.importKey('pkcs8', der, curve, false, ['sign'])
}

function toPem(label: string, der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n')
}

/** The bytes of an IP address: 4 or 16. */
function addressBytes(address: string): Uint8Array {
  if (isIP(address) === 4) return Uint8Array.from(address.split('.'), Number)
  // the parser of URLs writes every spelling in one way
  const [left = '', right] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::')
  const groups = (part: string | undefined) => (part ? part.split(':') : [])
  const zeros = Array<string>(8 - groups(left).length - groups(right).length).fill('0')
  const all = right === undefined ? groups(left) : [...groups(left), ...zeros, ...groups(right)]
  return Uint8Array.from(all.flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255]))
}

/** An address and its mask, as name constraints hold them. */
const withMask = (address: Uint8Array, mask: number): Uint8Array =>
  Uint8Array.from([...address, ...address.map(() => mask)])

/** 0.0.0.0/0 and ::/0. */
const everyAddress = [4, 16].map((size) => withMask(new Uint8Array(size), 0))
