// Marks that a browser keeps in the plain: what was asked once, and how somebody likes to write. Never anything of what was written.

import { changes } from '@/lib/observable'

const NAME = 'fivefold-marks'
const { subscribe, notify } = changes()

/** None where the browser keeps nothing: what is asked once is asked again then. */
function kept(): string[] {
  try {
    return (localStorage.getItem(NAME) ?? '').split(' ').filter((mark) => mark !== '')
  } catch {
    return []
  }
}

/** Whether `mark` stands in this browser. A mark is one word. */
export const isMarked = (mark: string): boolean => kept().includes(mark)

/** Sets a mark, or takes it away. Nothing is written, and nobody told, where it is so already. */
export function setMark(mark: string, isSet: boolean): void {
  if (isMarked(mark) === isSet) return
  const others = kept().filter((each) => each !== mark)
  try {
    localStorage.setItem(NAME, [...others, ...(isSet ? [mark] : [])].join(' '))
  } catch {
    // not kept: see kept()
  }
  notify()
}

/** Takes away every mark that names a person: after signing out nothing here tells that they were there. */
export function forgetMarksOf(uid: string): void {
  for (const mark of kept().filter((each) => each.endsWith(`:${uid}`))) setMark(mark, false)
}

/** Calls the listener on each change in this tab. For useSyncExternalStore. */
export const subscribeToMarks = subscribe
