'use client'
import { usePathname } from 'next/navigation'
import { useEffect, useRef } from 'react'

/**
 * After a link inside the product focus goes to the new page's heading, so that whoever hears the page knows where they are:
 * the title is the same on all of them. A row whose page stands beside it keeps it.
 */
export function RouteFocus() {
  const path = usePathname()
  const last = useRef(path)
  useEffect(() => {
    if (last.current === path) return
    last.current = path
    const at = document.activeElement
    if (at instanceof HTMLAnchorElement && at.pathname === path && at.closest('main')) return
    document.querySelector<HTMLElement>('main h1[tabindex="-1"]')?.focus({ preventScroll: true })
  }, [path])
  return null
}
