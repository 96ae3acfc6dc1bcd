// The one address of a home: what `--home` makes, or APP_URL.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Env } from '../env.ts'
import { PlainFailure } from '../plain-failure.ts'
import { homeFolderOf } from './kept-certificates.ts'

/** The https port of an address that `--home` makes. It is a part of the address, so it never changes by itself. */
const HOME_PORT = 3443

export const HOME_COMMAND = 'npm start -- --home'

/** What a new home is called, if nobody else on the network is. */
const FIRST_NAME = 'fivefold'

export type HomeAddress = Readonly<{
  /** https://fivefold.local:3443 */
  origin: string
  /** A name or an IP address, without brackets. */
  host: string
  port: number
  /** The name before `.local` to announce on the network, or null for a host that is found in another way. */
  announced: string | null
}>

/** Takes an https origin apart. */
export function readAddress(origin: string): HomeAddress {
  const { hostname, port, protocol } = new URL(origin)
  if (protocol !== 'https:') throw new Error(`${origin} is no https address`)
  const host = hostname.replace(/^\[(.*)\]$/, '$1')
  return {
    origin,
    host,
    port: port === '' ? 443 : Number(port),
    announced: /^([^.]+)\.local$/.exec(host)?.[1] ?? null,
  }
}

/** The address of a home with this name. */
export const addressOfName = (name: string): HomeAddress => readAddress(`https://${name}.local:${HOME_PORT}`)

/** The names that a new home tries, in this order. */
export function* namesToTry(): Generator<string, never> {
  yield FIRST_NAME
  for (let number = 2; ; number += 1) yield `${FIRST_NAME}-${number}`
}

/** Throws a PlainFailure with a line for each setting that does not go with `--home`. */
export function refuseSettings({ APP_URL, PORT, TRUST_PROXY_HOPS }: Env): void {
  const faults: string[] = []
  if (APP_URL !== undefined) {
    const { protocol, hostname } = new URL(APP_URL)
    if (protocol !== 'https:')
      faults.push(
        `APP_URL is ${APP_URL}, and --home serves https alone: write https:// in it, or leave it out for https://${FIRST_NAME}.local:${HOME_PORT}.`,
      )
    else if (isThisComputer(hostname))
      faults.push(
        `APP_URL is ${APP_URL}, which leads each device to itself: use a name or an address of this computer on the network, or leave it out for https://${FIRST_NAME}.local:${HOME_PORT}.`,
      )
    else if (readAddress(APP_URL).port === PORT && PORT !== 0)
      faults.push(
        `PORT and APP_URL both name port ${PORT}: PORT is for the page over http that shows how to trust this computer. Choose another, such as PORT=${PORT === 3000 ? 3080 : 3000}.`,
      )
  } else if (PORT === HOME_PORT)
    faults.push(
      `PORT is ${PORT}, the port of the https address: PORT is for the page over http that shows how to trust this computer. Leave it out, or choose another.`,
    )
  if (TRUST_PROXY_HOPS > 0)
    faults.push('TRUST_PROXY_HOPS is for a proxy in front, and --home serves without one: leave one of the two out.')
  if (faults.length) throw new PlainFailure(faults.join('\n'))
}

const isThisComputer = (hostname: string): boolean => /(^|\.)localhost$|^127\.|^\[::1?\]$|^0\.0\.0\.0$/.test(hostname)

/** What a home keeps in a file, in one line, or null before the first start. */
export function readKept(dataFolder: string, what: 'name' | 'address'): string | null {
  const file = path.join(homeFolderOf(dataFolder), what)
  return existsSync(file) ? readFileSync(file, 'utf8').trim() || null : null
}

export function writeKept(dataFolder: string, what: 'name' | 'address', line: string): void {
  mkdirSync(homeFolderOf(dataFolder), { recursive: true, mode: 0o700 })
  writeFileSync(path.join(homeFolderOf(dataFolder), what), `${line}\n`, { mode: 0o600 })
}
