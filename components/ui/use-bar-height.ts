'use client'
import { useLayoutEffect, type RefObject } from 'react'

/** The height of each bar at the window's lower edge, in px. One that isn't shown is 0 px high. */
const heights = new Map<HTMLElement, number>()

/**
 * Sets `--bar` on the page to the height of the bar at the window's lower edge, fixed or sticky, in px, and keeps it
 * right as the bar grows. The page scrolls so that the caret and what has focus stay above it (`scroll-padding` in
 * globals.css). A page may have two bars, of which one is hidden: the footer of a guided flow takes the place of the
 * navigation.
 */
export function useBarHeight(bar: RefObject<HTMLElement | null>) {
  useLayoutEffect(() => {
    const element = bar.current
    if (!element) return
    const { style } = document.documentElement
    const measure = () => {
      const { position, bottom } = getComputedStyle(element)
      const isBar = position === 'fixed' || (position === 'sticky' && bottom === '0px')
      heights.set(element, isBar ? element.offsetHeight : 0)
      style.setProperty('--bar', `${Math.max(...heights.values())}px`)
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => {
      observer.disconnect()
      heights.delete(element)
      if (heights.size === 0) style.removeProperty('--bar')
      else style.setProperty('--bar', `${Math.max(...heights.values())}px`)
    }
  }, [bar])
}
