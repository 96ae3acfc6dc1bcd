'use client'
import { usePathname } from 'next/navigation'
import { useEffect, useRef } from 'react'

/**
 * After a link inside the product focus goes to the new page's heading, so that whoever hears the page knows where they are:
 * the title is the same on all of them; where the link leads to a part of the page, to that part's. A row whose page stands beside it keeps it.
 */
export function RouteFocus() {
  const path = usePathname()
  const last = useRef(path)
  useEffect(() => {
    if (last.current === path) return
    last.current = path
    const focused = document.activeElement
    if (focused instanceof HTMLAnchorElement && focused.pathname === path && focused.closest('main')) return
    if (focusPart()) return
    document.querySelector<HTMLElement>('main h1[tabindex="-1"]')?.focus({ preventScroll: true })
  }, [path])
  return null
}

/** Shows the part that the address names, opened where it is folded, and focuses its heading; whether there is one. */
function focusPart(): boolean {
  const part = location.hash === '' ? null : document.getElementById(location.hash.slice(1))
  const heading = part?.querySelector<HTMLElement>('[tabindex="-1"]')
  if (!part || !heading) return false
  part.closest('details')?.setAttribute('open', '')
  part.scrollIntoView()
  heading.focus({ preventScroll: true })
  return true
}
