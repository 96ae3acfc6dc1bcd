'use client'
import { observable } from '@/lib/observable'

/** How many moments were logged or taken back in this tab: a list of moments is read again when it changes. */
export const loggedMoments = observable(0)

/** Has every list of moments read again. */
export const noteLogged = (): void => loggedMoments.set(loggedMoments.get() + 1)
