import { useSyncExternalStore } from 'react'

function subscribe(listener: () => void): () => void {
  addEventListener('resize', listener)
  return () => removeEventListener('resize', listener)
}

// in the page's own text size, as `wide` in globals.css
const isWide = () => innerWidth >= 56.25 * parseFloat(getComputedStyle(document.documentElement).fontSize)

/** Whether there is room for two panes: from the width at which the rail is shown. False while the server renders. */
export const useWide = (): boolean => useSyncExternalStore(subscribe, isWide, () => false)
