// What the build writes of the page that shows how to trust a home (components/trust), and the process fills in.

/** What is known only once the process runs. The page holds each as `{{name}}`. */
export const holes = ['origin', 'host', 'sha256', 'sha1', 'day', 'near', 'command', 'qr'] as const

/** The values of the holes: `qr` is HTML, every other one is text. */
export type TrustFacts = Readonly<Record<(typeof holes)[number], string>>

/** The devices whose steps the page shows, in the order in which it shows them. */
export const devices = ['iphone', 'android', 'mac', 'windows', 'firefox'] as const
export type TrustDevice = (typeof devices)[number]

/** The built file, below `.next/fivefold`. */
export type TrustTemplate = Readonly<{
  /** The page for a home with a `.local` name, and for one at another host. */
  pages: Readonly<{ name: string; address: string }>
  policy: string
}>

/** Where the page offers the authority's certificate. */
export const CERTIFICATE_PATH = '/fivefold.crt'

/** The hole of a fact, as the page has it. */
export const holeOf = (fact: (typeof holes)[number]): string => `{{${fact}}}`

/** How the steps of a device begin, and how they do where they are open. */
export const shutSteps = (device: TrustDevice): string => `<details name="device" id="${device}">`
export const openSteps = (device: TrustDevice): string => `<details name="device" id="${device}" open>`

/** Returns the content security policy of the page, whose style has this hash. It runs no script and sends nothing. */
export const trustPolicy = (style: string): string =>
  [
    `default-src 'none'`,
    `style-src ${style}`,
    `font-src 'self'`,
    `img-src 'self'`,
    `form-action 'none'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ')
