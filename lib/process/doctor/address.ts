// The address that people open: how it is set, whether Fivefold answers there, and its certificate.
import { once } from 'node:events'
import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import { isIP } from 'node:net'
import { connect } from 'node:tls'
import * as z from 'zod'
import { errorCodeOf } from '../../db/connection.ts'
import type { Env } from '../../env.ts'
import { right, wrong, type Finding } from './finding.ts'

const patienceMs = 10_000
const LEAST_DAYS = 14
const DAY_MS = 86_400_000

/** Whether a browser takes this computer's own name for a safe place, also over http. */
const isThisComputer = (hostname: string) =>
  /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname) || hostname === '::1'

type AddressSettings = Readonly<Pick<Env, 'APP_URL' | 'HOST' | 'PORT' | 'TRUST_PROXY_HOPS'>>

/** Checks how the address is set. */
export function checkAddress({ APP_URL, HOST = '127.0.0.1', PORT, TRUST_PROXY_HOPS }: AddressSettings): Finding {
  const about = 'address'
  if (!APP_URL) {
    if (isThisComputer(HOST)) return right(about, `http://localhost:${PORT}, for this computer alone`)
    return wrong(
      about,
      `HOST=${HOST} lets other devices in, but APP_URL is not set. Set it to the https address that they open.`,
    )
  }
  const { protocol, hostname } = new URL(APP_URL)
  if (protocol === 'http:' && !isThisComputer(hostname))
    return wrong(
      about,
      `${APP_URL} is http, where browsers have no cryptography, so no journal opens. Put a proxy with a certificate in front, and set APP_URL to its https address.`,
    )
  if (protocol === 'https:' && TRUST_PROXY_HOPS === 0)
    return wrong(
      about,
      `${APP_URL} is https, so a proxy is in front, but TRUST_PROXY_HOPS is 0: wrong sign-ins from anywhere would slow everybody down. Set it to the number of proxies, most often 1.`,
    )
  return right(about, APP_URL)
}

/** An address, and how it is found from this computer. */
export type Place = Readonly<{
  address: string
  /** The host to connect to, where the one of the address need not be known here. */
  host?: string | undefined
  /** The authority that its devices trust, as PEM. */
  authority?: string | undefined
}>

const localHost = ({ HOST = '127.0.0.1' }: AddressSettings) =>
  HOST === '0.0.0.0' ? '127.0.0.1' : HOST === '::' ? '::1' : HOST

const bareHost = ({ hostname }: URL) => hostname.replace(/^\[(.*)\]$/, '$1')

/** Where this computer finds the program itself, past any proxy. */
export function programPlace(settings: AddressSettings): Place {
  const host = localHost(settings)
  return { address: `http://${isIP(host) === 6 ? `[${host}]` : host}:${settings.PORT}` }
}

/** Where it finds a program that serves https itself. The name need not be known here: mDNS tells it to other devices. */
export function homePlace(address: string, authority: string | null, settings: AddressSettings): Place {
  const isName = isIP(bareHost(new URL(address))) === 0
  return { address, host: isName ? localHost(settings) : undefined, authority: authority ?? undefined }
}

/** What a TLS connection to a place needs. */
function tlsOptions({ address, host, authority }: Place) {
  const url = new URL(address)
  const own = bareHost(url)
  const isSecure = url.protocol === 'https:'
  return {
    host: host ?? own,
    port: Number(url.port || (isSecure ? 443 : 80)),
    ...(isSecure && isIP(own) === 0 && { servername: own }),
    ...(authority !== undefined && { ca: authority }),
  }
}

/** What an address answered: `ours` by Fivefold with this status, `redirect` to another address, or why nothing came. */
export type AnswerReading = Readonly<
  | { kind: 'ours'; status: number; takesOrigin: boolean }
  | { kind: 'redirect'; to: string }
  | { kind: 'other'; status: number }
  | { kind: 'none'; code: string }
>

const Health = z.object({ status: z.literal('ok') })
const Refusal = z.object({ code: z.string() })

/** Asks a place for its health, and whether it would take a change from a page of `origin`. Changes nothing: it has no session. */
export async function askPlace(place: Place, origin: string): Promise<AnswerReading> {
  try {
    const health = await ask(place, 'GET', '/api/health')
    if (health.status >= 300 && health.status < 400)
      return { kind: 'redirect', to: placeOf(health.location, place.address) }
    const isOurs = (health.status === 200 ? Health : Refusal).safeParse(health.body).success
    if (!isOurs) return { kind: 'other', status: health.status }
    const change = Refusal.safeParse((await ask(place, 'PATCH', '/api/me', { origin })).body)
    return { kind: 'ours', status: health.status, takesOrigin: change.data?.code !== 'wrong-origin' }
  } catch (error) {
    const code = errorCodeOf(error) ?? 'no reason given'
    return { kind: 'none', code: code === 'ABORT_ERR' ? 'ETIMEDOUT' : code }
  }
}

const MOST_CHARACTERS = 10_000

/** Sends a request without a body. Not by fetch, which knows neither an authority nor another host. */
async function ask(
  place: Place,
  method: 'GET' | 'PATCH',
  path: string,
  headers: Readonly<Record<string, string>> = {},
) {
  const { protocol, host } = new URL(place.address)
  const request = (protocol === 'https:' ? https : http).request({
    ...tlsOptions(place),
    path,
    method,
    agent: false,
    headers: { host, 'content-length': 0, ...headers },
    signal: AbortSignal.timeout(patienceMs),
  })
  request.end()
  const [answer] = (await once(request, 'response')) as [IncomingMessage]
  let text = ''
  for await (const part of answer.setEncoding('utf8')) {
    text += String(part)
    if (text.length > MOST_CHARACTERS) break // no answer of ours is that long
  }
  return { status: answer.statusCode ?? 0, location: answer.headers.location, body: parse(text) }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Without what follows the host: a path of somebody else's may hold anything. */
const placeOf = (to: string | undefined, from: string): string =>
  to !== undefined && URL.canParse(to, from) ? new URL(to, from).origin : 'another address'

const isOfCertificate = (code: string) => /CERT|SIGNATURE|ISSUER|ALTNAME/.test(code)

const reasonOf = (code: string): string =>
  ({
    ECONNREFUSED: 'nothing listens there',
    ENOTFOUND: 'its name is not known: look at its DNS entry',
    EAI_AGAIN: 'its name could not be looked up: is this computer online?',
    ETIMEDOUT: `it did not answer within ${patienceMs / 1000} seconds`,
    ECONNRESET: 'it ended the connection',
    EHOSTUNREACH: 'no way leads there',
    ENETUNREACH: 'no way leads there: is this computer online?',
  })[code] ?? code

/** Checks that the program, which `command` starts, runs: by what it answered at its own port. */
export function checkProgram(address: string, answer: AnswerReading, origin: string, command = 'npm start'): Finding {
  const about = 'program'
  if (answer.kind === 'none')
    return answer.code === 'ECONNREFUSED'
      ? wrong(about, `Fivefold does not run at ${address}. Run ${command}, and this again meanwhile.`)
      : wrong(about, `Fivefold does not answer at ${address}: ${reasonOf(answer.code)}. Stop it and run ${command}.`)
  if (answer.kind !== 'ours')
    return wrong(about, `another program answers at ${address}. Stop that one, or choose another port with PORT.`)
  if (answer.status === 503)
    return wrong(about, `Fivefold runs at ${address}, but its database does not answer. See the line of the database.`)
  if (answer.status !== 200)
    return wrong(about, `Fivefold answers ${answer.status} at ${address}. Its output says why.`)
  if (!answer.takesOrigin)
    return wrong(
      about,
      `Fivefold runs, but for another address than ${origin}. Start it again: it reads APP_URL when it starts.`,
    )
  return right(about, `Fivefold runs at ${address}`)
}

/** Checks that people reach the program at the address that they open. */
export function checkReached(address: string, answer: AnswerReading): Finding {
  const about = 'way in'
  if (answer.kind === 'none')
    return isOfCertificate(answer.code)
      ? wrong(about, `${address} could not be asked because of its certificate. See its line.`)
      : wrong(
          about,
          `${address} could not be reached from this computer: ${reasonOf(answer.code)}. Try it on another device; if that fails too, look at the proxy and the router.`,
        )
  if (answer.kind === 'redirect')
    return wrong(about, `${address} sends people on to ${answer.to}. Set APP_URL to the address where they end.`)
  if (answer.kind === 'other')
    return answer.status >= 502 && answer.status <= 504
      ? wrong(about, `the proxy at ${address} does not reach Fivefold (${answer.status}). Let it pass on to its port.`)
      : wrong(about, `something else answers at ${address} (${answer.status}). Let the proxy pass it on to Fivefold.`)
  if (!answer.takesOrigin)
    return wrong(about, `the Fivefold that answers at ${address} has another APP_URL. Start it again with this one.`)
  if (answer.status !== 200)
    return wrong(about, `Fivefold answers ${answer.status} at ${address}. See the lines above.`)
  return right(about, `${address} leads to Fivefold`)
}

/** What a connection by TLS showed; `fault` is the code of what a browser would refuse, `endsAt` the certificate's last instant. */
export type CertificateReading = Readonly<
  { kind: 'shown'; fault: string | null; endsAt: Date } | { kind: 'none'; code: string }
>

/** Reads the certificate of an https address, valid or not. */
export function readCertificate(place: Place): Promise<CertificateReading> {
  return new Promise((resolve) => {
    const socket = connect({
      ...tlsOptions(place),
      rejectUnauthorized: false, // what is wrong with it is read below; nothing is sent
      timeout: patienceMs,
    })
    const end = (reading: CertificateReading) => {
      socket.destroy()
      resolve(reading)
    }
    socket.once('error', (error) => end({ kind: 'none', code: errorCodeOf(error) ?? 'no reason given' }))
    socket.once('timeout', () => end({ kind: 'none', code: 'ETIMEDOUT' }))
    socket.once('secureConnect', () => {
      const fault = socket.authorized ? null : String(socket.authorizationError)
      end({ kind: 'shown', fault, endsAt: new Date(socket.getPeerCertificate().valid_to) })
    })
  })
}

export function checkCertificate(address: string, reading: CertificateReading, now: Date): Finding {
  const about = 'certificate'
  if (reading.kind === 'none') return wrong(about, `that of ${address} could not be read: ${reasonOf(reading.code)}.`)
  const { fault, endsAt } = reading
  const day = endsAt.toISOString().slice(0, 10)
  if (endsAt <= now)
    return wrong(about, `that of ${address} ended on ${day}. Let the proxy renew it; its output says why it did not.`)
  if (fault === 'ERR_TLS_CERT_ALTNAME_INVALID')
    return wrong(about, `the proxy at ${address} has one for another name. Let it get one for this name.`)
  if (fault)
    return wrong(
      about,
      `that of ${address} is not trusted (${fault}). If it is of an authority of your own, set NODE_EXTRA_CA_CERTS to its file and run this again.`,
    )
  const days = Math.floor((endsAt.getTime() - now.getTime()) / DAY_MS)
  if (days <= LEAST_DAYS)
    return wrong(
      about,
      `that of ${address} ends on ${day}, in ${days} days. Let the proxy renew it; its output says why it did not.`,
    )
  return right(about, `that of ${new URL(address).host} is valid until ${day}`)
}
