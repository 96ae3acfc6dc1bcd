// The few things a test may put in place of the world: the clock, ids, secrets, limits, counters. One object for the
// process, whatever bundle asks. Nothing here reads the environment or a request, so nothing from outside can move it.

/** Sizes in bytes, spans in seconds, rates per the span that their name says. */
export type Limits = Readonly<{
  jsonBytes: number
  sealedBytes: number
  batchBytes: number
  bodySeconds: number
  writesPerMinute: number
  readsPerMinute: number
  signInBurst: number
  signInMaxDelaySeconds: number
  networkSignInBurst: number
  networkSignInSeconds: number
  unknownDeviceFailuresPerDay: number
  signUpsPerHour: number
  acceptancesPerHour: number
  openInvites: number
  invitesPerDay: number
}>

export const realLimits: Limits = Object.freeze({
  jsonBytes: 256 * 1024,
  sealedBytes: 1024 * 1024,
  batchBytes: 1024 * 1024,
  bodySeconds: 10,
  writesPerMinute: 120,
  readsPerMinute: 600,
  signInBurst: 5,
  signInMaxDelaySeconds: 25,
  networkSignInBurst: 10,
  networkSignInSeconds: 60,
  unknownDeviceFailuresPerDay: 100,
  signUpsPerHour: 5,
  acceptancesPerHour: 10,
  openInvites: 3,
  invitesPerDay: 5,
})

export type Seams = Readonly<{
  /** The present instant. */
  now: () => Date
  /** A random UUID (v4). */
  uuid: () => string
  /** `bytes` random bytes. */
  random: (bytes: number) => Uint8Array<ArrayBuffer>
  limits: Limits
  /** What tests count: SQL statements, sweeps. */
  counts: Map<string, number>
  kind: 'real' | 'test'
}>

const KEY = Symbol.for('fivefold.seams')

const real = (): Seams => ({
  now: () => new Date(),
  uuid: () => crypto.randomUUID(),
  random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
  limits: realLimits,
  counts: new Map(),
  kind: 'real',
})

/** Puts the seams, once: whoever comes first decides, and nobody changes them afterwards. Throws when they stand already. */
export function putSeams(put: Seams): Seams {
  if (KEY in globalThis)
    throw new Error('The seams are in place already: put them before anything of the app is loaded.')
  Object.defineProperty(globalThis, KEY, { value: Object.freeze(put) })
  return put
}

/** The seams of this process; the real ones unless its entry put others before. */
export const seams = (): Seams => (globalThis as { [KEY]?: Seams })[KEY] ?? putSeams(real())

/** Adds one to a counter that tests read. */
export function count(name: string): void {
  const { counts } = seams()
  counts.set(name, (counts.get(name) ?? 0) + 1)
}
