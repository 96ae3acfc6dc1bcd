// How the tabs of one browser tell one another to let go of an open journal. Small: the pages that anybody may read load it too.

/** What a tab says when it lets go. */
export const LOCK = 'lock'

/** The channel of all tabs of this origin, null where the browser has none. */
export const lockChannel = (): BroadcastChannel | null =>
  typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('fivefold-lock')
