'use client'
import { useEffect, useRef, type ReactNode } from 'react'

/** When a page becomes another in its place, focus goes to its heading and it begins at its top, as after a link. */
export function FocusHeading({ on, children }: { on: string; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  const last = useRef(on)
  useEffect(() => {
    if (last.current === on) return
    last.current = on
    place.current?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [on])
  return <div ref={place}>{children}</div>
}
