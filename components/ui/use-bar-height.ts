'use client'
import { useLayoutEffect, type RefObject } from 'react'

/**
 * Sets `--bar` on the page to the height of a bar that is fixed to the window's lower edge, in px, and keeps it right
 * as the bar grows. The page scrolls so that the caret and what has focus stay above it (`scroll-padding` in
 * globals.css).
 */
export function useBarHeight(bar: RefObject<HTMLElement | null>) {
  useLayoutEffect(() => {
    const element = bar.current
    if (!element) return
    const { style } = document.documentElement
    const measure = () => {
      const isFixed = getComputedStyle(element).position === 'fixed'
      style.setProperty('--bar', `${isFixed ? element.offsetHeight : 0}px`)
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
