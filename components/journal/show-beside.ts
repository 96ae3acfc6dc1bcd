import type { MouseEvent } from 'react'

/**
 * Shows a page of the journal beside the list, in the same document. A click that asks for a new tab or window is left to
 * the browser.
 */
export function showBeside(event: MouseEvent, href: string): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  event.preventDefault()
  if (location.pathname !== href) history.pushState(null, '', href)
}
