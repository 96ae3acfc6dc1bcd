// What a test may replace: the clock, ids, random bytes, limits, counters. There is one object for the process, whichever bundle
// uses it. Nothing here reads the environment or a request, so nothing from outside can change it.

/** Sizes in bytes, spans in seconds, rates per the span in their name. */
export type Limits = Readonly<{
  jsonBytes: number
  sealedBytes: number
  batchBytes: number
  bodySeconds: number
  writesPerMinute: number
  readsPerMinute: number
  /** Pages of a signed-in person, and of all of a network who are not. */
  pagesPerMinute: number
  networkPagesPerMinute: number
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
  pagesPerMinute: 300,
  networkPagesPerMinute: 1000,
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
  /** Counters that tests read, such as SQL statements. */
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

/** Sets the seams of this process, once. Throws if they are set already. */
export function putSeams(put: Seams): Seams {
  if (KEY in globalThis) throw new Error('The seams are set already: set them before any part of the app is loaded.')
  Object.defineProperty(globalThis, KEY, { value: Object.freeze(put) })
  return put
}

/** The seams of this process: the real ones, unless its entry set others. */
export const seams = (): Seams => (globalThis as { [KEY]?: Seams })[KEY] ?? putSeams(real())

/** Adds 1 to a counter that tests read. */
export function count(name: string): void {
  const { counts } = seams()
  counts.set(name, (counts.get(name) ?? 0) + 1)
}
