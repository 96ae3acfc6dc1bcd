import { useSyncExternalStore } from 'react'

// the breakpoint `rail` in globals.css
const RAIL = '(min-width: 56.25rem)'

function subscribe(listener: () => void): () => void {
  const query = matchMedia(RAIL)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

/** Whether the window has the width of `rail:`. False while the server renders. */
export const useRail = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => matchMedia(RAIL).matches,
    () => false,
  )
