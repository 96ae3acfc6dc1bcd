import { useSyncExternalStore } from 'react'

const mainOf = () => document.querySelector('.app-main')

function subscribe(listener: () => void): () => void {
  const observer = new ResizeObserver(listener)
  const main = mainOf()
  if (main) observer.observe(main)
  return () => observer.disconnect()
}

const WIDE = 50
/** Of a window that has no page yet: with the rail and the page's margins. */
const WIDE_WINDOW = 69.75

// the room of the page's content in the page's own text size, as `panes` in globals.css asks
function isWide(): boolean {
  const em = parseFloat(getComputedStyle(document.documentElement).fontSize)
  const main = mainOf()
  if (!main) return innerWidth >= WIDE_WINDOW * em
  const { paddingLeft, paddingRight } = getComputedStyle(main)
  return main.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight) >= WIDE * em
}

/** Whether there is room for two panes, each wide enough to read in. False while the server renders. */
export const useWide = (): boolean => useSyncExternalStore(subscribe, isWide, () => false)
