// Marks that this browser keeps unencrypted: a question that was answered, a setting. Never any part of what a person wrote.

import { changes } from '@/lib/observable'

const NAME = 'fivefold-marks'
const { subscribe, notify } = changes()

/** None where the browser stores nothing: a question is then asked again. */
function storedMarks(): string[] {
  try {
    return (localStorage.getItem(NAME) ?? '').split(' ').filter((mark) => mark !== '')
  } catch {
    return []
  }
}

/** Whether `mark` is set in this browser. A mark is one word. */
export const isMarked = (mark: string): boolean => storedMarks().includes(mark)

/** How many marks of one kind, by the word before their first hyphen, are remembered: the oldest are forgotten. */
const MOST_OF_KIND = 400

const kindOf = (mark: string): string => mark.split('-', 1)[0] ?? ''

/** Sets or removes a mark. Does nothing, and notifies nobody, if nothing changes. */
export function setMark(mark: string, isSet: boolean): void {
  if (isMarked(mark) === isSet) return
  const others = storedMarks().filter((each) => each !== mark)
  const ofKind = others.filter((each) => kindOf(each) === kindOf(mark))
  const forgotten = new Set(isSet ? ofKind.slice(0, Math.max(0, ofKind.length + 1 - MOST_OF_KIND)) : [])
  try {
    localStorage.setItem(NAME, [...others.filter((each) => !forgotten.has(each)), ...(isSet ? [mark] : [])].join(' '))
  } catch {
    // not stored: see storedMarks()
  }
  notify()
}

/** Removes every mark that names a person, so that nothing is left of them after signing out. */
export function forgetMarksOf(uid: string): void {
  for (const mark of storedMarks().filter((each) => each.endsWith(`:${uid}`))) setMark(mark, false)
}

/** Calls the listener on each change in this tab. For useSyncExternalStore. */
export const subscribeToMarks = subscribe

/** The marks that begin with `prefix` and name this person, oldest first. */
export const marksOf = (prefix: string, uid: string): string[] =>
  storedMarks().filter((mark) => mark.startsWith(prefix) && mark.endsWith(`:${uid}`))
