// The page over http that shows how to trust a home, at every address of this computer. It sets no cookie and reads none.
import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { encode } from 'uqr'
import { escapeHtml } from '../escape-html.ts'
import { DEFAULT_LOCALE } from '../messages/locale.ts'
import { fingerprintsOf, validityOf } from './certificates.ts'
import type { HomeAddress } from './home-address.ts'
import {
  CERTIFICATE_PATH,
  holeOf,
  holes,
  openSteps,
  shutSteps,
  type TrustDevice,
  type TrustFacts,
  type TrustTemplate,
} from './trust-template.ts'

/** What the page shows at the moment of a request. */
export type Shown = Readonly<{
  address: HomeAddress
  /** The authority's certificate, PEM. */
  authority: string
  /** The http address of this page for another device, such as http://192.168.1.20:3000. */
  near: string
  /** The IPv4 address of this computer on the network. */
  nearHost: string
}>

/**
 * Answers every request over http: the page, the authority's certificate, the fonts and the icon. Whatever else is asked for is answered
 * with the page as well, as a 404, because old bookmarks lead here.
 */
export function trustHandler(root: string, shown: () => Shown) {
  const template = JSON.parse(
    readFileSync(path.join(root, '.next', 'fivefold', 'trust-page.json'), 'utf8'),
  ) as TrustTemplate
  const icon = readFileSync(path.join(root, 'app', 'icon.svg'))

  return (request: IncomingMessage, response: ServerResponse): void => {
    const [target = '/'] = (request.url ?? '/').split('?')
    const send = (status: number, type: string, body: Buffer | string, more: Readonly<Record<string, string>> = {}) => {
      for (const [name, value] of Object.entries(more)) response.setHeader(name, value)
      response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) })
      response.end(request.method === 'HEAD' ? undefined : body)
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD', 'content-length': 0 }).end()
      return
    }
    // the type by which iPhones offer a profile and Firefox asks; DER is what all of them read
    if (target === CERTIFICATE_PATH)
      return send(200, 'application/x-x509-ca-cert', new X509Certificate(shown().authority).raw, {
        'cache-control': 'no-store',
      })
    if (target === '/icon.svg' || target === '/favicon.ico') return send(200, 'image/svg+xml', icon)
    const font = /^\/_next\/static\/media\/([\w.-]+\.woff2)$/.exec(target)?.[1]
    if (font) {
      const bytes = readFont(root, font)
      if (bytes) return send(200, 'font/woff2', bytes, { 'cache-control': 'public, max-age=31536000, immutable' })
    }
    const { address, ...facts } = shown()
    const html = fillTemplate(
      template.pages[address.announced === null ? 'address' : 'name'],
      factsOf({ address, ...facts }),
      deviceOf(request.headers['user-agent'] ?? ''),
    )
    send(target === '/' ? 200 : 404, 'text/html; charset=utf-8', html, {
      'content-security-policy': template.policy,
      'cache-control': 'no-store',
    })
  }
}

function readFont(root: string, name: string): Buffer | null {
  try {
    return readFileSync(path.join(root, '.next', 'static', 'media', name))
  } catch {
    return null // the page then shows the next face of the list
  }
}

function factsOf({ address, authority, near, nearHost }: Shown): TrustFacts {
  const day = new Intl.DateTimeFormat(DEFAULT_LOCALE, { dateStyle: 'long', timeZone: 'UTC' })
  return {
    origin: address.origin,
    host: address.host,
    ...fingerprintsOf(authority),
    day: day.format(validityOf(authority).notAfter),
    near,
    command: `APP_URL=https://${nearHost}:${address.port} npm start -- --home`,
    qr: drawQr(near),
  }
}

/** Puts the facts into the page's holes, and opens the steps of one device. */
export function fillTemplate(page: string, facts: TrustFacts, device: TrustDevice | null): string {
  let filled = device ? page.replace(shutSteps(device), openSteps(device)) : page
  for (const hole of holes) {
    const value = hole === 'qr' ? facts[hole] : escapeHtml(facts[hole])
    filled = filled.replaceAll(holeOf(hole), () => value)
  }
  return filled
}

/** The device whose steps the page shows open, by the browser's own name of it. An iPad calls itself a Mac. */
export function deviceOf(userAgent: string): TrustDevice | null {
  if (/iPhone|iPad|iPod/.test(userAgent)) return 'iphone'
  if (/Android/.test(userAgent)) return 'android'
  if (/Firefox|Linux|X11/.test(userAgent)) return 'firefox'
  if (/Macintosh/.test(userAgent)) return 'mac'
  return /Windows/.test(userAgent) ? 'windows' : null
}

/** A QR code as SVG, dark on white with its quiet zone. */
function drawQr(text: string): string {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return `<svg viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges" aria-hidden="true"><path d="${path}" fill="#000"/></svg>`
}
