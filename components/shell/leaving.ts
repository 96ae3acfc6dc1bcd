import { countShifts, SHIFTS } from './three-shifts'

/** The neutral site that *Hide* opens: the only navigation to another origin. */
export const NEUTRAL_SITE = 'https://www.wikipedia.org/'

const tasks = new Set<() => void>()

/**
 * Adds a task that runs when *Hide* is used, before the browser leaves: drop keys, send a lock. It is not awaited, so a
 * request needs `keepalive`. Returns a function that removes the task.
 */
export function addLeaveTask(task: () => void): () => void {
  tasks.add(task)
  return () => void tasks.delete(task)
}

/** Makes the page blank at once, dialogs and popovers too, and keeps it blank. */
const cover = (): void => {
  document.documentElement.dataset['covered'] = ''
}

/** Covers the page, runs the tasks, and opens the neutral site, which replaces this page in the history. */
export function leave(): void {
  cover()
  for (const task of tasks) {
    try {
      task()
    } catch {
      // Leaving matters more than any task.
    }
  }
  location.replace(NEUTRAL_SITE)
}

/** Leaves after three presses of Shift with no other key between, all three within 1.5 seconds. */
function watchShift(): () => void {
  let presses: readonly number[] = []
  const onKey = (event: KeyboardEvent) => {
    if (event.repeat) return
    presses = countShifts(presses, event)
    if (presses.length === SHIFTS) leave()
  }
  document.addEventListener('keydown', onKey, true)
  return () => document.removeEventListener('keydown', onKey, true)
}

/** A page that the browser restores from its memory may be one that was hidden: it is covered, then reloaded. */
function watchRestored(): () => void {
  const onShow = (event: PageTransitionEvent) => {
    if (!event.persisted) return
    cover()
    location.reload()
  }
  window.addEventListener('pageshow', onShow)
  return () => window.removeEventListener('pageshow', onShow)
}

/** What *Hide* does besides its link, on every page. Returns what ends it. */
export function watchHide(): () => void {
  const cleanups = [watchShift(), watchRestored()]
  return () => cleanups.forEach((cleanup) => cleanup())
}
