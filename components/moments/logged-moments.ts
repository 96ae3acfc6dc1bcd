'use client'
import { observable } from '@/lib/observable'

/** How many moments were logged or taken back in this tab: a list of moments is read again when it changes. */
export const loggedMoments = observable(0)

const takenBack = new Set<string>()

/** Whether a moment was taken back in this tab, and not brought back. */
export const isTakenBack = (id: string): boolean => takenBack.has(id)

/** Notes that a moment was taken back or brought back, for what else this tab shows of it. */
export function noteTakenBack(id: string, is: boolean): void {
  if (is) takenBack.add(id)
  else takenBack.delete(id)
}

/** Has every list of moments read again. */
export const noteLogged = (): void => loggedMoments.set(loggedMoments.get() + 1)
