'use client'

/** The phrase field as a page's whole content. */
export function OpenHere() {
  return null
}
