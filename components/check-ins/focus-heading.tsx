'use client'
import { useEffect, useRef, type ReactNode } from 'react'

/** When `on` changes, moves focus to the heading and scrolls to the top, as a navigation would. */
export function FocusHeading({ on, children }: { on: string; children: ReactNode }) {
  const container = useRef<HTMLDivElement>(null)
  const last = useRef(on)
  useEffect(() => {
    if (last.current === on) return
    last.current = on
    container.current?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [on])
  return <div ref={container}>{children}</div>
}
