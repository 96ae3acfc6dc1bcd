// How this process was started. Its entry sets this once, before Next is prepared. It is kept under a symbol on globalThis, because the
// entry and Next's bundles are separate module graphs.

export type Running = Readonly<{
  /** The origins whose pages may change state; the first is the address that is printed. Never taken from a request. */
  origins: readonly string[]
  /** PostgreSQL as the owner of every object: migrations, doors, jobs. */
  ownerUrl: string
  /** PostgreSQL as the role of requests: it owns nothing, and policies decide what it sees. */
  webUrl: string
  /** The installation's secret, 32 bytes as base64url; pepper and signing keys are HMACs of it. */
  secret: string
  /** The number of reverse proxies in front: the client's address depends on it. */
  trustProxyHops: number
  /** Under `npm start -- --home`. */
  home?: boolean
  /** Under `npm run dev`. */
  dev?: boolean
}>

const KEY = Symbol.for('fivefold.running')

/** Sets how this process runs. Throws the second time. */
export function putRunning(running: Running): void {
  Object.defineProperty(globalThis, KEY, { value: Object.freeze(running) })
}

/** The origin of this process that a request's `Host` names, or the first: a page compares it with the address that the browser shows. */
export function originAt(host: string | null): string {
  const { origins } = running()
  return origins.find((origin) => new URL(origin).host === host) ?? origins[0] ?? ''
}

/** How this process runs. Throws if no entry set it: pages and routes need one of our entries. */
export function running(): Running {
  const held = (globalThis as { [KEY]?: Running })[KEY]
  if (!held) throw new Error('This process was not started by its entry: use npm start, npm run dev or lib/testing.')
  return held
}
