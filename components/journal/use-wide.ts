import { useSyncExternalStore } from 'react'

function subscribe(listener: () => void): () => void {
  addEventListener('resize', listener)
  return () => removeEventListener('resize', listener)
}

// in the page's own text size, as `panes` in globals.css
const isWide = () => innerWidth >= 69.75 * parseFloat(getComputedStyle(document.documentElement).fontSize)

/** Whether there is room for two panes, each wide enough to read in. False while the server renders. */
export const useWide = (): boolean => useSyncExternalStore(subscribe, isWide, () => false)
