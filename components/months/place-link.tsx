'use client'
import type { MouseEvent, ReactNode } from 'react'
import { buttonClasses, type ButtonLook } from '@/components/ui/button-look'
import { classes } from '@/components/ui/classes'
import type { MonthPlace } from '@/lib/months/places'

type PlaceLinkProps = ButtonLook & Readonly<{ place: MonthPlace; className?: string | undefined; children: ReactNode }>

const hrefOf = (place: MonthPlace) => `?step=${place}`

/** Goes to another place of the month that is shown. */
export function goToPlace(place: MonthPlace): void {
  if (location.search !== hrefOf(place)) history.pushState(null, '', hrefOf(place))
}

/**
 * A link to another place of the same month, as a button or, with `variant="link"`, as a line of text. The page has all of the
 * month, so nothing is fetched: only the address changes. A click that asks for a new tab is left to the browser.
 */
export function PlaceLink({ place, className, children, ...look }: PlaceLinkProps) {
  const go = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    goToPlace(place)
  }
  return (
    <a href={hrefOf(place)} onClick={go} className={classes(buttonClasses(look), className)}>
      {children}
    </a>
  )
}
