'use client'
import dynamic from 'next/dynamic'

/** `LockedPage`, with code that only a locked device loads. Any page of a signed-in person may become it. */
export const LateLockedPage = dynamic(async () => (await import('./locked-page')).LockedPage)
