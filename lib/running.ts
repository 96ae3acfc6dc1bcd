// How this process was started, put once by its entry before Next is prepared. Kept under a symbol on globalThis, because
// the entry and Next's bundles are separate module graphs.

export type Running = Readonly<{
  /** The origins whose pages may change state; the first is the address that is printed. Never taken from a request. */
  origins: readonly string[]
  /** PostgreSQL as the owner of every object: migrations, doors, jobs. */
  ownerUrl: string
  /** PostgreSQL as the role that requests run under: owns nothing, sees what the policies let it. */
  webUrl: string
  /** The installation's secret, 32 bytes as base64url; pepper and signing keys are HMACs of it. */
  secret: string
  /** How many reverse proxies stand in front, so that the client's address can be told. */
  trustProxyHops: number
  /** Under `npm run dev`. */
  dev?: boolean
}>

const KEY = Symbol.for('fivefold.running')

/** Told once by the entry; a second telling throws. */
export function putRunning(running: Running): void {
  Object.defineProperty(globalThis, KEY, { value: Object.freeze(running) })
}

/** Throws where no entry told: pages and routes run only in a process that was started as one. */
export function running(): Running {
  const held = (globalThis as { [KEY]?: Running })[KEY]
  if (!held) throw new Error('This process was not started by its entry: use npm start, npm run dev or lib/testing.')
  return held
}
