'use client'
import { usePathname } from 'next/navigation'
import { useEffect, useRef } from 'react'

/**
 * Moves focus after a link inside the product, so that people who use a screen reader know where they are: the title is
 * the same on every page. Focus goes to the page's heading, or to the heading of the part that the address names. A row
 * whose page opens beside it keeps the focus, and so does the field of a page that begins with typing.
 */
export function RouteFocus() {
  const path = usePathname()
  const last = useRef(path)
  useEffect(() => {
    if (last.current === path) return
    last.current = path
    const focused = document.activeElement
    if (focused instanceof HTMLAnchorElement && focused.pathname === path && focused.closest('main')) return
    if (focused?.matches('main :is(input, textarea)')) return
    if (focusPart()) return
    document.querySelector<HTMLElement>('main h1[tabindex="-1"]')?.focus({ preventScroll: true })
  }, [path])
  return null
}

/** Opens and shows the part that the address names, and focuses its heading. Returns whether there is such a part. */
function focusPart(): boolean {
  const part = location.hash === '' ? null : document.getElementById(location.hash.slice(1))
  const heading = part?.querySelector<HTMLElement>('[tabindex="-1"]')
  if (!part || !heading) return false
  part.closest('details')?.setAttribute('open', '')
  part.scrollIntoView()
  heading.focus({ preventScroll: true })
  return true
}
