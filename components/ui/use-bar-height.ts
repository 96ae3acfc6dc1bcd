'use client'
import { useLayoutEffect, type RefObject } from 'react'

/**
 * Sets `--bar` on the page to the height of a bar at the window's lower edge, fixed or sticky, in px, and keeps it right
 * as the bar grows. The page scrolls so that the caret and what has focus stay above it (`scroll-padding` in
 * globals.css).
 */
export function useBarHeight(bar: RefObject<HTMLElement | null>) {
  useLayoutEffect(() => {
    const element = bar.current
    if (!element) return
    const { style } = document.documentElement
    const measure = () => {
      const { position, bottom } = getComputedStyle(element)
      const isBar = position === 'fixed' || (position === 'sticky' && bottom === '0px')
      style.setProperty('--bar', `${isBar ? element.offsetHeight : 0}px`)
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => {
      observer.disconnect()
      style.removeProperty('--bar')
    }
  }, [bar])
}
