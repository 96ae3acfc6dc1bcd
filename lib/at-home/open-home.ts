// `npm start -- --home`: an https address of its own on the network, and a page over http that shows how to trust it.
import { existsSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import path from 'node:path'
import { renderUnicodeCompact } from 'uqr'
import type { Env } from '../env.ts'
import { securityHeaders } from '../http/security-headers.ts'
import { listen, type HttpServers } from '../process/listen.ts'
import { beforeStop } from '../process/stopping.ts'
import { seams } from '../seams.ts'
import { fingerprintsOf } from './certificates.ts'
import { findAddress } from './find-address.ts'
import { readKept, writeKept, HOME_COMMAND, type HomeAddress } from './home-address.ts'
import { keepCertificates } from './kept-certificates.ts'
import { nearAddresses } from './near-addresses.ts'
import { trustHandler } from './trust-page.ts'

/** How often it is asked whether a certificate ends soon. */
const RENEWAL_CHECK_MS = 6 * 3_600_000

/** The address of whoever has run `npm start` alone, on this computer. */
const LOCAL = 'http://localhost'

type Opening = Readonly<{
  root: string
  /** The data folder. */
  folder: string
  env: Env
  host: string
  /** The http server that has its port already: it gets the page that shows how to trust this home. */
  page: HttpServers
  say: (line: string) => void
}>

export type OpenHome = Readonly<{
  address: HomeAddress
  /** The https server, which waits for the app. */
  listening: HttpServers
  /** Says how other devices come in. */
  tell: () => void
}>

/** A host as an address has it. */
const bracketed = (host: string) => (host.includes(':') ? `[${host}]` : host)

/** Finds the address, makes or renews the certificates, and takes the https port. Throws a PlainFailure for what can't succeed. */
export async function openHome({ root, folder, env, host, page, say }: Opening): Promise<OpenHome> {
  const before = readKept(folder, 'address') ?? (existsSync(path.join(folder, 'postgres')) ? LOCAL : null)
  const { address, announced } = await findAddress({ folder, given: env.APP_URL, host, say })
  if (announced) beforeStop('web', announced.stop)

  let certificates = await keepCertificates(folder, address.host, seams().now())
  const near = () => {
    const nearHost = (host === '0.0.0.0' ? nearAddresses(networkInterfaces())[0] : host) ?? address.host
    return { nearHost, near: `http://${nearHost}:${page.port}` }
  }
  const listening = await listen({
    port: address.port,
    host,
    tls: { pair: certificates.server, plainTo: () => `http://${bracketed(address.host)}:${page.port}/` },
    change: (port) =>
      `give the address another one: APP_URL=https://${bracketed(address.host)}:${port} ${HOME_COMMAND}`,
  })
  writeKept(folder, 'address', address.origin)
  page.answerWith(
    trustHandler(root, () => ({ address, authority: certificates.authority.certificate, ...near() })),
    securityHeaders(`http://localhost:${page.port}`),
  )
  beforeStop('web', page.close)

  const renew = async () => {
    const known = certificates
    certificates = await keepCertificates(folder, address.host, seams().now())
    if (certificates.server.certificate === known.server.certificate) return
    listening.renew(certificates.server)
    say('the certificate was renewed')
    if (certificates.isNewAuthority) say(`it is of a new authority, which each device has to trust: ${near().near}`)
  }
  const timer = setInterval(
    () => void renew().catch((error: unknown) => say(`the certificate could not be renewed: ${String(error)}`)),
    RENEWAL_CHECK_MS,
  )
  timer.unref()
  beforeStop('jobs', () => clearInterval(timer))

  const tell = () => {
    if (before !== null && before !== address.origin) {
      say(`moved from ${before}: all that was saved is here, and each person signs in once at ${address.origin}`)
      say('what was typed and never sent stays in the browser at the old address: serve that once more to get it')
    }
    say(`other devices begin at ${near().near}, which shows how to trust this computer`)
    for (const line of renderUnicodeCompact(near().near, { ecc: 'M', border: 2 }).split('\n')) say(line)
    say(`compare the fingerprint there: ${fingerprintsOf(certificates.authority.certificate).sha256}`)
    if (host === '0.0.0.0')
      say('every device in this network can open both addresses; HOST names one address of this computer instead')
  }
  return { address, listening, tell }
}
