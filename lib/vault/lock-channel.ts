// How the tabs of a browser tell each other to close the open journal. Kept small: public pages load it too.

/** The message of a tab that locks. */
export const LOCK = 'lock'

/** Opens the channel between all tabs of this origin; null if the browser has none. */
export const lockChannel = (): BroadcastChannel | null =>
  typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('fivefold-lock')
