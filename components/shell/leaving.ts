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
export const cover = (): void => {
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
