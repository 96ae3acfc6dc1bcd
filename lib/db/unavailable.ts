// When the database last did not answer. It is kept under a symbol on globalThis, because the entry and Next's bundles are
// separate module graphs.
const KEY = Symbol.for('fivefold.database-unavailable')
const host = globalThis as { [KEY]?: number }

/** Notes that the database did not answer, is full, or is starting or stopping. */
export const noteUnavailable = (): void => void (host[KEY] = performance.now())

/** Whether that happened after an instant of `performance.now()`. */
export const isUnavailableSince = (instant: number): boolean => (host[KEY] ?? -1) >= instant
