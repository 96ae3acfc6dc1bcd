/** How long a journal stays open without a touch on a shared device, in ms. */
export const IDLE_MS = 15 * 60 * 1000

/** Whether the idle time is over. A clock that was set back counts as no time. Both in ms since the epoch. */
export const isIdle = (lastTouch: number, now: number): boolean => now - lastTouch >= IDLE_MS

/** How long until the idle time is over, in ms, never below 0. */
export const msUntilIdle = (lastTouch: number, now: number): number => Math.max(0, lastTouch + IDLE_MS - now)
