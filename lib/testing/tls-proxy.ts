// Caddy in front of an app, as docs/self-hosting.md sets it up, with a certificate of an authority that exists for one run.
import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import https from 'node:https'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { findFreePort } from '../db/ports.ts'
import { childEnv } from '../env.ts'
import { startTied } from './tied-program.ts'
import { until } from './until.ts'

/** The name that people open. No real one ends like this (RFC 2606), and Chromium finds it on this machine by `chromiumArgs`. */
const name = 'fivefold.example'

export type TlsProxy = Readonly<{
  /** https://fivefold.example:port */
  origin: string
  port: number
  /** Where it answers plain http, to send people to https. */
  httpPort: number
  /** The certificate of the authority, for clients that are no browser. */
  authority: string
  /** A home folder in which Chromium finds the authority, as it finds those that a person trusts. */
  home: string
  /** What Chromium needs to find the name on this machine. */
  chromiumArgs: readonly string[]
  stop: () => Promise<void>
}>

/** Starts Caddy in front of a port of 127.0.0.1, which may begin to answer later. */
export async function startTlsProxy(appPort: number): Promise<TlsProxy> {
  const folder = mkdtempSync(path.join(tmpdir(), 'fivefold-tls-'))
  const { authority, certificate, key } = makeCertificate(folder)
  trust(folder, authority)
  const [port, httpPort] = [await findFreePort(), await findFreePort()]
  const settings = path.join(folder, 'Caddyfile')
  writeFileSync(
    settings,
    [
      `{\n  admin off\n  http_port ${httpPort}\n  default_bind 127.0.0.1\n}`,
      `${name}:${port} {\n  tls ${certificate} ${key}\n  reverse_proxy 127.0.0.1:${appPort}\n}`,
    ].join('\n'),
  )
  const program = startTied('caddy', ['run', '--adapter', 'caddyfile', '--config', settings], {
    env: childEnv({ HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder }),
  })
  const proxy = {
    origin: `https://${name}:${port}`,
    port,
    httpPort,
    authority: readFileSync(authority, 'utf8'),
    home: folder,
    chromiumArgs: [`--host-resolver-rules=MAP ${name} 127.0.0.1`],
  }
  await until(
    () => `the proxy answers; its output: ${program.readOutput()}`,
    async () => (await askOverTls(proxy, '/api/health')).status > 0,
  )
  return {
    ...proxy,
    stop: async () => {
      await program.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export type TlsAnswer = Readonly<{ status: number; headers: NodeJS.Dict<string[]>; text: string }>

/** Asks the proxy as a client that is no browser and trusts the authority. */
export async function askOverTls(
  { port, authority }: Pick<TlsProxy, 'port' | 'authority'>,
  address: string,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
): Promise<TlsAnswer> {
  const request = https.request({
    host: '127.0.0.1',
    servername: name,
    port,
    method,
    path: address,
    ca: authority,
    agent: false,
    headers: { host: `${name}:${port}`, ...headers },
  })
  request.end()
  const [answer] = (await once(request, 'response')) as [IncomingMessage]
  let text = ''
  for await (const part of answer.setEncoding('utf8')) text += String(part)
  return { status: answer.statusCode ?? 0, headers: answer.headersDistinct, text }
}

const settingsOfOpenssl = `[req]
distinguished_name = name
[name]
[authority]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign
[site]
basicConstraints = CA:FALSE
extendedKeyUsage = serverAuth
subjectAltName = DNS:${name}
`

/** Makes an authority, and a certificate of it for the name. Returns their files. */
function makeCertificate(folder: string): { authority: string; certificate: string; key: string } {
  const file = (part: string) => path.join(folder, part)
  writeFileSync(file('openssl.cnf'), settingsOfOpenssl)
  const make = (whose: 'authority' | 'site', ...more: string[]) =>
    execFileSync(
      'openssl',
      [
        ...['req', '-x509', '-config', file('openssl.cnf'), '-extensions', whose, '-days', '2', '-nodes'],
        ...['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-subj', `/CN=${whose} of a test`],
        ...['-keyout', file(`${whose}.key`), '-out', file(`${whose}.pem`), ...more],
      ],
      { stdio: 'pipe' },
    )
  make('authority')
  make('site', '-CA', file('authority.pem'), '-CAkey', file('authority.key'))
  return { authority: file('authority.pem'), certificate: file('site.pem'), key: file('site.key') }
}

/** Lets a Chromium with this home folder trust the authority, a file. */
export function trust(home: string, authority: string): void {
  const folder = path.join(home, '.pki', 'nssdb')
  mkdirSync(folder, { recursive: true })
  const certutil = (...args: string[]) => execFileSync('certutil', ['-d', `sql:${folder}`, ...args], { stdio: 'pipe' })
  certutil('-N', '--empty-password')
  certutil('-A', '-n', 'authority of a test', '-t', 'C,,', '-i', authority)
}
