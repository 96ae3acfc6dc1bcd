/** How long a journal stays open without a touch on a device that others use too, in ms. */
export const IDLE_MS = 15 * 60 * 1000

/** Whether it was left alone for too long. A clock that was set back counts as no time. Both in ms since the epoch. */
export const leftAlone = (lastTouch: number, now: number): boolean => now - lastTouch >= IDLE_MS

/** How long until it will have been, in ms, never below 0. */
export const untilLeftAlone = (lastTouch: number, now: number): number => Math.max(0, lastTouch + IDLE_MS - now)
