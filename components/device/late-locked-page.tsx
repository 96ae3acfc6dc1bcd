'use client'
import dynamic from 'next/dynamic'

/**
 * As `OpenHere`, its code loaded by pages on a locked device alone: any page of a signed-in person may turn into it.
 */
export const LateLockedPage = dynamic(async () => (await import('./locked-page')).LockedPage)
